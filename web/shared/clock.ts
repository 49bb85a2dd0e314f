/** Milliseconds by which the service's clock is ahead of this device's. */
let ahead = 0;

/** Sets the clock by the `Date` of a reply; a foreign page may not read it, and then the device's clock counts. */
export function heard(answer: Response): void {
  const said = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isFinite(said)) ahead = said - Date.now();
}

/** Now by the service's clock, in milliseconds: whoever's own clock is wrong is told the right time left. */
export function now(): number {
  return Date.now() + ahead;
}
