import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { Clock, DueSource } from '../service.ts';
import { Statements } from '../statements.ts';

/** Something on its way to a target, kept until it has arrived or its tries are used up. */
export interface Delivery {
  readonly targetArn: string;
  /** The role that must be allowed to reach the target; undefined where a resource policy decides. */
  readonly roleArn: string | undefined;
  /** JSON text. */
  readonly payload: string;
  readonly maximumRetries: number;
  /** Queue for what could not be delivered. */
  readonly failureArn: string | undefined;
  /** Who sent it, for the log. */
  readonly origin: string;
  /** ARN of the rule that sent it: without a role, the function's own policy must let it in. */
  readonly sourceArn: string | undefined;
}

const row = z.object({
  id: z.number(),
  target_arn: z.string(),
  role_arn: z.string().nullable(),
  payload: z.string(),
  maximum_retries: z.number(),
  failure_arn: z.string().nullable(),
  origin: z.string(),
  source_arn: z.string().nullable(),
  attempts: z.number(),
});
const planned = z.array(z.object({ id: z.number(), due: z.number() }));

export interface DeliveryOptions {
  readonly db: DatabaseSync;
  readonly clock: Clock;
  readonly activity: Activity;
  /** Hands one over. Throws when the target fails. */
  readonly deliver: (delivery: Delivery) => Promise<void>;
  readonly deadLetter: (queueArn: string, delivery: Delivery, reason: string) => void;
  readonly report: (fault: string) => void;
}

const MINUTE = 60_000;
/** Lambda waits one minute before its first retry of an asynchronous event and two before the second. */
const backoff = (attempts: number): number => Math.min(2 ** (attempts - 1), 60) * MINUTE;

/** At-least-once delivery to functions, machines and queues, on the virtual clock and through restarts. */
export class Deliveries implements DueSource {
  readonly #options: DeliveryOptions;
  readonly #sql: Statements;
  readonly #underway = new Set<number>();

  constructor(options: DeliveryOptions) {
    this.#options = options;
    this.#sql = new Statements(options.db);
    options.db.exec(
      `CREATE TABLE IF NOT EXISTS delivery (id INTEGER PRIMARY KEY, target_arn TEXT NOT NULL, role_arn TEXT,
       payload TEXT NOT NULL, maximum_retries INTEGER NOT NULL, failure_arn TEXT, origin TEXT NOT NULL, source_arn TEXT,
       attempts INTEGER NOT NULL DEFAULT 0, due REAL NOT NULL)`,
    );
  }

  /** Takes it over durably and sets out to deliver it at once. */
  enqueue({ targetArn, roleArn, payload, maximumRetries, failureArn, origin, sourceArn }: Delivery): void {
    const { lastInsertRowid } = this.#sql
      .of(
        'INSERT INTO delivery (target_arn, role_arn, payload, maximum_retries, failure_arn, origin, source_arn, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        targetArn,
        roleArn ?? null,
        payload,
        maximumRetries,
        failureArn ?? null,
        origin,
        sourceArn ?? null,
        this.#options.clock.now(),
      );
    this.#setOut(Number(lastInsertRowid));
  }

  nextDue(): number | undefined {
    // One more than are under way: the first that is not is among them.
    const first = this.#sql
      .of('SELECT id, due FROM delivery ORDER BY due, id LIMIT ?')
      .all(this.#underway.size + 1);
    return planned.parse(first).find(this.#waits)?.due;
  }

  async runDue(now: number): Promise<number> {
    const due = this.#due(now);
    await Promise.all(due.map((id) => this.#attempt(id)));
    return due.length;
  }

  async startDue(now: number): Promise<number> {
    const due = this.#due(now);
    for (const id of due) this.#setOut(id);
    return due.length;
  }

  readonly #waits = ({ id }: { id: number }): boolean => !this.#underway.has(id);

  #due(now: number): number[] {
    const found = this.#sql.of('SELECT id, due FROM delivery WHERE due <= ? ORDER BY due, id').all(now);
    return planned
      .parse(found)
      .filter(this.#waits)
      .map(({ id }) => id);
  }

  #setOut(id: number): void {
    this.#attempt(id).catch((error: unknown) => this.#options.report(String(error)));
  }

  async #attempt(id: number): Promise<void> {
    this.#underway.add(id);
    try {
      await this.#options.activity.track(() => this.#deliver(id));
    } finally {
      this.#underway.delete(id);
    }
  }

  async #deliver(id: number): Promise<void> {
    const { clock, deliver, deadLetter, report } = this.#options;
    const found = row.parse(this.#sql.of('SELECT * FROM delivery WHERE id = ?').get(id));
    const delivery: Delivery = {
      targetArn: found.target_arn,
      roleArn: found.role_arn ?? undefined,
      payload: found.payload,
      maximumRetries: found.maximum_retries,
      failureArn: found.failure_arn ?? undefined,
      origin: found.origin,
      sourceArn: found.source_arn ?? undefined,
    };
    try {
      await deliver(delivery);
      this.#sql.of('DELETE FROM delivery WHERE id = ?').run(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const attempts = found.attempts + 1;
      report(`${delivery.origin} → ${delivery.targetArn}, attempt ${attempts}: ${reason}`);
      if (attempts <= delivery.maximumRetries) {
        const next = clock.now() + backoff(attempts);
        this.#sql.of('UPDATE delivery SET attempts = ?, due = ? WHERE id = ?').run(attempts, next, id);
        return;
      }
      if (delivery.failureArn !== undefined) deadLetter(delivery.failureArn, delivery, reason);
      this.#sql.of('DELETE FROM delivery WHERE id = ?').run(id);
    }
  }
}
