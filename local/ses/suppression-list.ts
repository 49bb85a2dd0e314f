import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const entry = z.object({ address: z.string(), reason: z.enum(['BOUNCE', 'COMPLAINT']), at: z.number() });

/** An address on the account's suppression list; `at` in epoch milliseconds. */
type Suppressed = z.output<typeof entry>;

/** The account-level suppression list. Addresses are bare and lower-cased. */
export interface SuppressionList {
  get(address: string): Suppressed | undefined;
  put(suppressed: Suppressed): void;
  /** True when the address was listed. */
  remove(address: string): boolean;
}

export function createSuppressionList(database: DatabaseSync): SuppressionList {
  database.exec(
    'CREATE TABLE IF NOT EXISTS ses_suppressed (address TEXT PRIMARY KEY, reason TEXT NOT NULL, at INTEGER NOT NULL)',
  );
  const select = database.prepare('SELECT * FROM ses_suppressed WHERE address = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO ses_suppressed VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM ses_suppressed WHERE address = ?');
  return {
    get(address) {
      const found = select.get(address);
      return found === undefined ? undefined : entry.parse(found);
    },
    put: ({ address, reason, at }) => void upsert.run(address, reason, at),
    remove: (address) => remove.run(address).changes > 0,
  };
}
