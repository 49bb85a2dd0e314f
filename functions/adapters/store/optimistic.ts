import { setTimeout as sleep } from 'node:timers/promises';
import { Contended } from '../../../domain/steps/errors.ts';
import { commit, NotCommitted } from './table.ts';
import type { Table, Write } from './table.ts';

const attempts = 8;

/** At most 10 ms after the first attempt, twice as long after each further one: 1.3 s in all. */
const jittered = (attempt: number): Promise<void> => sleep(Math.random() * 5 * 2 ** attempt);

/**
 * Reads, decides and writes; starts again when another writer came in between. What is decided is thrown
 * or given by `decide`, which runs once per attempt on what was just read. The pause between attempts lets writers who
 * met at an item get past each other, instead of meeting again at once; how long it is decides nothing, so only a test
 * that counts attempts has one of its own.
 * @throws Contended when it lost every attempt; NotCommitted when another attempt at once would be in vain
 */
export async function optimistically<Result>(
  table: Table,
  what: string,
  decide: () => Promise<{ writes: readonly Write[]; result: Result }>,
  pause: (attempt: number) => Promise<void> = jittered,
): Promise<Result> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { writes, result } = await decide();
    if (writes.length === 0) return result;
    try {
      await commit(table, writes);
      return result;
    } catch (error) {
      if (!(error instanceof NotCommitted) || !error.contended) throw error;
    }
    if (attempt < attempts) await pause(attempt);
  }
  throw new Contended(what);
}
