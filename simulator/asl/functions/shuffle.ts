import type { Random } from '../random.ts';

/** `$shuffle(array)` with the engine's source of randomness. */
export function shuffle(random: Random): (values?: readonly unknown[]) => unknown[] | undefined {
  return (values) => {
    if (values === undefined) return undefined;
    const shuffled: unknown[] = [...values];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [shuffled[last], shuffled[other]] = [shuffled[other], shuffled[last]];
    }
    return shuffled;
  };
}
