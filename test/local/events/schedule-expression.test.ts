import { describe, expect, test } from 'vitest';
import { compileSchedule } from '../../../local/events/schedule-expression.ts';

const ms = (text: string): number => Date.parse(text);

function occurrences(expression: string, zone: string, from: string, count: number): string[] {
  const next = compileSchedule(expression, zone, ms(from));
  const found: string[] = [];
  for (let at = next(ms(from)); at !== undefined && found.length < count; at = next(at)) {
    found.push(new Date(at).toISOString());
  }
  return found;
}

describe('occurrences', () => {
  test('of a rate count from the start', () => {
    expect(occurrences('rate(90 minutes)', 'UTC', '2026-03-01T00:10:00Z', 2)).toEqual([
      '2026-03-01T01:40:00.000Z',
      '2026-03-01T03:10:00.000Z',
    ]);
  });

  test('of a cron expression fall on its weekdays', () => {
    expect(occurrences('cron(30 9 ? * MON-FRI *)', 'UTC', '2026-03-06T09:30:00Z', 2)).toEqual([
      '2026-03-09T09:30:00.000Z',
      '2026-03-10T09:30:00.000Z',
    ]);
  });

  test('keep the wall time of their zone across a change to summer time', () => {
    expect(occurrences('cron(0 9 * * ? *)', 'Europe/London', '2026-03-28T00:00:00Z', 3)).toEqual([
      '2026-03-28T09:00:00.000Z',
      '2026-03-29T08:00:00.000Z',
      '2026-03-30T08:00:00.000Z',
    ]);
  });

  test('with a step, on 29 February only', () => {
    expect(occurrences('cron(0/40 6 29 2 ? *)', 'UTC', '2026-01-01T00:00:00Z', 3)).toEqual([
      '2028-02-29T06:00:00.000Z',
      '2028-02-29T06:40:00.000Z',
      '2032-02-29T06:00:00.000Z',
    ]);
  });

  test('of at(…) is one, in its zone', () => {
    expect(occurrences('at(2026-07-01T09:00:00)', 'America/New_York', '2026-01-01T00:00:00Z', 2)).toEqual([
      '2026-07-01T13:00:00.000Z',
    ]);
  });

  test.each(['cron(0 9 L * ? *)', 'cron(0 9 * * *)', 'rate(0 minutes)', 'every day'])(
    'refuses %s',
    (expression) => {
      expect(() => compileSchedule(expression, 'UTC', 0)).toThrow(expression);
    },
  );
});
