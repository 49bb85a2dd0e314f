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
  const digits = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const [first, second, third, fourth] = [digits(), digits(), digits(), digits()];
  const variant = '89ab'.charAt(Math.floor(random() * 4));
  const clock = `${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}`;
  return `${first}-${clock}-${third.slice(4)}${fourth}`;
}
