/** As many as are read at a time. */
const together = 20;

/** Reads something for each of many, several at a time, and gives what was read in their order. */
export async function* readEach<One, Read>(
  many: readonly One[],
  read: (one: One) => Promise<Read>,
): AsyncGenerator<readonly [One, Read]> {
  for (let from = 0; from < many.length; from += together) {
    const some = many.slice(from, from + together);
    yield* await Promise.all(some.map(async (one) => [one, await read(one)] as const));
  }
}
