import { type Random, seededRandom } from '../random.ts';

/** `$random([seed])`: a number from 0 to 1; the same seed gives the same number, no seed takes the engine's source. */
export function randomNumber(random: Random): (seed?: unknown) => number {
  return (seed) => (typeof seed === 'number' ? seededRandom(hashed(seed))() : random());
}

function hashed(seed: number): number {
  let mixed = 0x811c9dc5;
  for (const char of String(seed)) mixed = Math.imul(mixed ^ char.charCodeAt(0), 0x01000193);
  return mixed >>> 0;
}
