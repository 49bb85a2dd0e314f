/** Below so many a percentage, a mean or a percentile would say more about one person than about the service. */
const fewest = 5;

/** Whether so many are enough to be told as a percentage, a mean or a percentile. */
export function isEnough(n: number): boolean {
  return n >= fewest;
}

/** `part` of `n` in whole percent, rounded down so that 100 % means all of them; undefined when n is too small. */
export function percentOf(part: number, n: number): number | undefined {
  return isEnough(n) ? Math.floor((100 * part) / n) : undefined;
}
