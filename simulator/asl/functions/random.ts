import type { Random } from '../random.ts';

/** `$random([seed])`: a number from 0 to 1. With a seed it is what java.util.Random gives first, as on the service. */
export function randomNumber(random: Random): (seed?: number) => number {
  return (seed) => (seed === undefined ? random() : firstOf(seed));
}

const MULTIPLIER = 0x5deece66dn;
const MASK = (1n << 48n) - 1n;

/** The first double of java.util.Random with this seed: 26 and 27 bits of a linear congruential generator. */
function firstOf(seed: number): number {
  const start = (BigInt(Math.trunc(seed)) ^ MULTIPLIER) & MASK;
  const high = next(start);
  const low = next(high);
  return (Number(high >> 22n) * 2 ** 27 + Number(low >> 21n)) / 2 ** 53;
}

function next(state: bigint): bigint {
  return (state * MULTIPLIER + 0xbn) & MASK;
}
