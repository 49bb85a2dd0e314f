import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Position } from './stream-reader.ts';

/** Where a mapping stands: what it has read, and how often it has failed on what comes next. */
export interface Progress {
  readonly position: Position | undefined;
  readonly failures: number;
  /** Epoch ms of the first of these failures. */
  readonly failingSince: number | undefined;
  /** Epoch ms before which it does not try again. */
  readonly retryAt: number | undefined;
}

const row = z.object({
  shard: z.string().nullable(),
  sequence: z.string().nullable(),
  failures: z.number(),
  failing_since: z.number().nullable(),
  retry_at: z.number().nullable(),
});

/** Keeps the progress of each event source mapping through restarts. */
export class Checkpoints {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    db.exec(
      `CREATE TABLE IF NOT EXISTS stream_checkpoint (mapping TEXT PRIMARY KEY, shard TEXT, sequence TEXT,
       failures INTEGER NOT NULL, failing_since REAL, retry_at REAL)`,
    );
    this.#db = db;
  }

  load(mapping: string): Progress {
    const found = this.#db.prepare('SELECT * FROM stream_checkpoint WHERE mapping = ?').get(mapping);
    if (found === undefined)
      return { position: undefined, failures: 0, failingSince: undefined, retryAt: undefined };
    const { shard, sequence, failures, failing_since, retry_at } = row.parse(found);
    return {
      position: shard === null || sequence === null ? undefined : { shardId: shard, sequence },
      failures,
      failingSince: failing_since ?? undefined,
      retryAt: retry_at ?? undefined,
    };
  }

  save(mapping: string, { position, failures, failingSince, retryAt }: Progress): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO stream_checkpoint VALUES (?, ?, ?, ?, ?, ?)')
      .run(
        mapping,
        position?.shardId ?? null,
        position?.sequence ?? null,
        failures,
        failingSince ?? null,
        retryAt ?? null,
      );
  }
}
