/** Gives numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** A source of randomness that gives the same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A version 4 UUID (RFC 9562) made from the given source. */
export function randomUuid(random: Random): string {
  // Numbers of four digits are small enough for V8 to write them quickly.
  const digits = (): string =>
    Math.floor(65_536 + random() * 65_536)
      .toString(16)
      .slice(1);
  const [version, variant] = [digits().slice(1), '89ab'.charAt(Math.floor(random() * 4))];
  return `${digits()}${digits()}-${digits()}-4${version}-${variant}${digits().slice(1)}-${digits()}${digits()}${digits()}`;
}
