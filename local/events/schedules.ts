import { randomUUID } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod';
import { accountId, region } from '../assembly/identity.ts';
import type { RuleModel, ScheduleModel } from '../assembly/model.ts';
import type { Clock, DueSource } from '../service.ts';
import type { Delivery } from './deliveries.ts';
import { eventTime } from './event-bus.ts';
import { compileSchedule, type Occurrence } from './schedule-expression.ts';
import { targetInput } from './target-input.ts';

export interface SchedulesOptions {
  readonly db: DatabaseSync;
  readonly rules: readonly RuleModel[];
  readonly schedules: readonly ScheduleModel[];
  readonly clock: Clock;
  readonly enqueue: (delivery: Delivery) => void;
}

interface Entry {
  readonly arn: string;
  /** Epoch ms of the next occurrence, as the table has it; undefined after the last. */
  due: number | undefined;
  readonly next: Occurrence;
  /** What is sent at an occurrence (epoch ms). */
  readonly deliveries: (at: number) => Delivery[];
}

const row = z.object({ due: z.number().nullable() });
const anchorRow = z.object({ anchor: z.number() });

function ofRule(rule: RuleModel): Entry['deliveries'] {
  return (at) =>
    rule.targets.map((target) => {
      const event = {
        version: '0',
        id: randomUUID(),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account: accountId,
        time: eventTime(at),
        region,
        resources: [rule.arn],
        detail: {},
      };
      return {
        targetArn: target.arn,
        roleArn: target.roleArn,
        payload: targetInput(target, event, rule),
        maximumRetries: target.maximumRetries,
        failureArn: target.failureArn,
        origin: `rule ${rule.name}`,
        sourceArn: rule.arn,
      };
    });
}

/** Scheduler fills in its own attributes. Source: EventBridge Scheduler user guide, "Adding context attributes". */
function ofSchedule({ name, arn, target }: ScheduleModel): Entry['deliveries'] {
  return (at) => {
    const attributes: Readonly<Record<string, string>> = {
      'aws.scheduler.schedule-arn': arn,
      'aws.scheduler.scheduled-time': eventTime(at),
      'aws.scheduler.execution-id': randomUUID(),
      'aws.scheduler.attempt-number': '1',
    };
    const input =
      target.input ?? JSON.stringify({ time: eventTime(at), source: 'aws.scheduler', resources: [arn] });
    const payload = input.replaceAll(
      /<(aws\.scheduler\.[a-z-]+)>/g,
      (whole, key: string) => attributes[key] ?? whole,
    );
    const { arn: targetArn, roleArn, maximumRetries, failureArn } = target;
    return [
      {
        targetArn,
        roleArn,
        payload,
        maximumRetries,
        failureArn,
        origin: `schedule ${name}`,
        sourceArn: undefined,
      },
    ];
  };
}

/** Scheduled rules and Scheduler schedules, on the virtual clock and through restarts. */
export class Schedules implements DueSource {
  readonly #options: SchedulesOptions;
  readonly #entries: readonly Entry[];
  readonly #setDue: StatementSync;

  constructor(options: SchedulesOptions) {
    this.#options = options;
    options.db.exec(
      'CREATE TABLE IF NOT EXISTS schedule (arn TEXT PRIMARY KEY, expression TEXT, anchor REAL, due REAL)',
    );
    this.#setDue = options.db.prepare('UPDATE schedule SET due = ? WHERE arn = ?');
    const rules = options.rules.flatMap((rule) =>
      rule.schedule === undefined ? [] : [this.#entry(rule.arn, rule.schedule, 'UTC', ofRule(rule), {})],
    );
    const schedules = options.schedules.map((schedule) =>
      this.#entry(schedule.arn, schedule.expression, schedule.zone, ofSchedule(schedule), schedule),
    );
    this.#entries = [...rules, ...schedules];
  }

  nextDue(): number | undefined {
    const all = this.#entries.map(({ due }) => due).filter((due) => due !== undefined);
    return all.length === 0 ? undefined : Math.min(...all);
  }

  /** Fires each due schedule once; occurrences that passed while the laptop was off are not made up for. */
  async runDue(now: number): Promise<number> {
    let fired = 0;
    for (const entry of this.#entries) {
      const { due } = entry;
      if (due === undefined || due > now) continue;
      fired += 1;
      // First the next occurrence: killed in between, a schedule misses one run rather than running twice.
      entry.due = entry.next(now);
      this.#setDue.run(entry.due ?? null, entry.arn);
      for (const delivery of entry.deliveries(due)) this.#options.enqueue(delivery);
    }
    return fired;
  }

  #entry(
    arn: string,
    expression: string,
    zone: string,
    deliveries: Entry['deliveries'],
    {
      startDate,
      endDate,
    }: { readonly startDate?: string | undefined; readonly endDate?: string | undefined },
  ): Entry {
    const { db, clock } = this.#options;
    const now = clock.now();
    // Anew when the expression has changed, as an update of the stack would begin it anew.
    db.prepare('DELETE FROM schedule WHERE arn = ? AND expression <> ?').run(arn, expression);
    const isNew =
      db.prepare('INSERT OR IGNORE INTO schedule VALUES (?, ?, ?, NULL)').run(arn, expression, now).changes >
      0;
    const { anchor } = anchorRow.parse(db.prepare('SELECT anchor FROM schedule WHERE arn = ?').get(arn));
    const occurrence = compileSchedule(expression, zone, anchor);
    const begin = startDate === undefined ? -Infinity : Date.parse(startDate) - 1;
    const end = endDate === undefined ? Infinity : Date.parse(endDate);
    const next: Occurrence = (after) => {
      const at = occurrence(Math.max(after, begin));
      return at === undefined || at > end ? undefined : at;
    };
    if (isNew) this.#setDue.run(next(now) ?? null, arn);
    const { due } = row.parse(db.prepare('SELECT due FROM schedule WHERE arn = ?').get(arn));
    return { arn, due: due ?? undefined, next, deliveries };
  }
}
