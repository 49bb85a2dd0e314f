import { Temporal } from 'temporal-polyfill';
import { compileCron } from './cron.ts';

/** First occurrence after an instant; both epoch ms. Undefined when there is none any more. */
export type Occurrence = (after: number) => number | undefined;

const unitMs: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

function rate(expression: string, anchor: number): Occurrence {
  const [, amount, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const period = Number(amount) * (unitMs[unit ?? ''] ?? Number.NaN);
  if (!(period > 0)) throw new Error(`schedule ${expression}: not a rate`);
  return (after) => anchor + (Math.floor((after - anchor) / period) + 1) * period;
}

/**
 * Compiles `rate(…)`, `cron(…)` or `at(…)`. A rate counts from `anchor` (epoch ms: when the schedule was made);
 * `zone` is the IANA zone of cron and at. Throws an Error that quotes an expression it does not understand.
 */
export function compileSchedule(expression: string, zone: string, anchor: number): Occurrence {
  if (expression.startsWith('rate(')) return rate(expression, anchor);
  if (expression.startsWith('cron(')) return compileCron(expression, zone);
  const at = /^at\(([^)]+)\)$/.exec(expression)?.[1];
  if (at === undefined) throw new Error(`schedule ${expression}: neither rate, cron nor at`);
  const { epochMilliseconds } = Temporal.PlainDateTime.from(at).toZonedDateTime(zone);
  return (after) => (epochMilliseconds > after ? epochMilliseconds : undefined);
}
