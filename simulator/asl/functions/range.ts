/**
 * `$range(first, last, step)`: the numbers from first to last (included) in steps; arguments are cut to integers.
 * As with all sequences of JSONata, one of a single number is that number, and one of none is nothing.
 */
export function range(
  first: number | undefined,
  last: number | undefined,
  step: number | undefined,
): number[] | number | undefined {
  if (first === undefined || last === undefined || step === undefined) return undefined;
  const [start, end, by] = [Math.trunc(first), Math.trunc(last), Math.trunc(step)];
  if (by === 0) return undefined;
  const count = Math.max(0, Math.floor((end - start) / by) + 1);
  return count > 1 ? Array.from({ length: count }, (_, index) => start + index * by) : [start][count - 1];
}
