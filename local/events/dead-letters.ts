import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Clock } from '../service.ts';

/** A message on one of the stack's queues. */
export interface DeadLetter {
  readonly queueArn: string;
  readonly body: string;
  readonly reason: string;
  /** ISO 8601 instant of the virtual clock. */
  readonly at: string;
}

const row = z.object({ queueArn: z.string(), body: z.string(), reason: z.string(), at: z.string() });

/** The stack's queues: nothing but dead letters goes there, and people read them on the control page. */
export class DeadLetterStore {
  readonly #db: DatabaseSync;
  readonly #clock: Clock;
  readonly #queueArns: readonly string[];
  readonly #report: (fault: string) => void;

  constructor(db: DatabaseSync, clock: Clock, queueArns: readonly string[], report: (fault: string) => void) {
    db.exec(
      'CREATE TABLE IF NOT EXISTS dead_letter (id INTEGER PRIMARY KEY, queueArn TEXT, body TEXT, reason TEXT, at TEXT)',
    );
    this.#db = db;
    this.#clock = clock;
    this.#queueArns = queueArns;
    this.#report = report;
  }

  /** Puts a message (JSON text) on a queue. Throws an Error when the stack has no such queue. */
  send(queueArn: string, body: string, reason: string): void {
    if (!this.#queueArns.includes(queueArn)) throw new Error(`the stack has no queue ${queueArn}`);
    const at = new Date(this.#clock.now()).toISOString();
    this.#db
      .prepare('INSERT INTO dead_letter (queueArn, body, reason, at) VALUES (?, ?, ?, ?)')
      .run(queueArn, body, reason, at);
    this.#report(`dead letter on ${queueArn}: ${reason}`);
  }

  /** All messages, oldest first. */
  list(): DeadLetter[] {
    return z
      .array(row)
      .parse(this.#db.prepare('SELECT queueArn, body, reason, at FROM dead_letter ORDER BY id').all());
  }
}
