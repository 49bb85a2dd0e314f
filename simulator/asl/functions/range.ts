/**
 * `$range(first, last, step)`: the numbers from first to last (included) in steps; arguments are cut to integers.
 * Undefined without three numbers or for a step of zero.
 */
export function range(first: unknown, last: unknown, step: unknown): number[] | undefined {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number') return undefined;
  const [start, end, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0) return undefined;
  const count = Math.max(0, Math.floor((end - start) / by) + 1);
  return Array.from({ length: count }, (_, index) => start + index * by);
}
