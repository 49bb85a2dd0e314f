import { Contended } from '../../../domain/steps/errors.ts';
import { commit, NotCommitted } from './table.ts';
import type { Table, Write } from './table.ts';

const attempts = 8;

/**
 * Reads, decides and writes; starts again when another writer came in between. What is decided is thrown
 * or given by `decide`, which runs once per attempt on what was just read.
 * @throws Contended when it lost every attempt
 */
export async function optimistically<Result>(
  table: Table,
  what: string,
  decide: () => Promise<{ writes: readonly Write[]; result: Result }>,
): Promise<Result> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { writes, result } = await decide();
    if (writes.length === 0) return result;
    try {
      await commit(table, writes);
      return result;
    } catch (error) {
      if (!(error instanceof NotCommitted)) throw error;
    }
  }
  throw new Contended(what);
}
