/** How many paths lead from the first places to ends; undefined when there is a circle, of which there is no number. */
export function countPaths(
  children: readonly (readonly number[])[],
  roots: readonly number[],
): bigint | undefined {
  const counts: (bigint | undefined)[] = [];
  const open = new Set<number>();
  const stack = [...roots];
  while (stack.length > 0) {
    const at = stack.at(-1) ?? 0;
    const next = children[at] ?? [];
    if (counts[at] !== undefined) {
      stack.pop();
      continue;
    }
    const missing = next.filter((one) => counts[one] === undefined);
    if (missing.length === 0) {
      counts[at] = next.length === 0 ? 1n : next.reduce((sum, one) => sum + (counts[one] ?? 0n), 0n);
      open.delete(at);
      stack.pop();
      continue;
    }
    if (open.has(at) && missing.some((one) => open.has(one))) return undefined;
    open.add(at);
    stack.push(...missing);
  }
  return roots.reduce((sum, root) => sum + (counts[root] ?? 0n), 0n);
}
