import { availableParallelism } from 'node:os';

/** Does something for each of many, as many at a time as there are cores, and gives the results in their order. */
export async function inLanes<One, Done>(
  many: readonly One[],
  work: (one: One, index: number) => Promise<Done>,
): Promise<Done[]> {
  const done: Done[] = [];
  const left = many.entries();
  const lane = async (): Promise<void> => {
    // The lanes share the iterator: each takes what comes next.
    for (const [index, one] of left) done[index] = await work(one, index);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return done;
}
