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

const DIGITS = '0123456789abcdef';

/** A version 4 UUID (RFC 9562) made from the given source. */
export function randomUuid(random: Random): string {
  const digits = (count: number): string => {
    let text = '';
    for (let index = 0; index < count; index += 1) text += DIGITS.charAt(Math.floor(random() * 16));
    return text;
  };
  const [first, second, third, fourth, last] = [digits(8), digits(4), digits(4), digits(4), digits(12)];
  const variant = '89ab'.charAt(Math.floor(random() * 4));
  return `${first}-${second}-4${third.slice(1)}-${variant}${fourth.slice(1)}-${last}`;
}
