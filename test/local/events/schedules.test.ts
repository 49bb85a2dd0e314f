import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import type { RuleModel, ScheduleModel, TargetModel } from '../../../local/assembly/model.ts';
import type { Delivery } from '../../../local/events/deliveries.ts';
import { Schedules } from '../../../local/events/schedules.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
const hour = 3_600_000;
const target: TargetModel = {
  id: 't',
  arn: 'arn:function',
  roleArn: undefined,
  input: undefined,
  inputPath: undefined,
  transformer: undefined,
  failureArn: undefined,
  maximumRetries: 0,
};
const rule: RuleModel = {
  name: 'hourly',
  arn: 'arn:rule',
  busName: 'default',
  pattern: undefined,
  schedule: 'rate(1 hour)',
  targets: [target],
};
const schedule: ScheduleModel = {
  name: 'once',
  arn: 'arn:schedule',
  expression: 'at(2026-03-02T10:30:00)',
  zone: 'UTC',
  startDate: undefined,
  endDate: undefined,
  target: { ...target, input: '{"at":"<aws.scheduler.scheduled-time>"}' },
};

let db: DatabaseSync;
let now: number;
let sent: Delivery[];

const open = (rules: RuleModel[], schedules: ScheduleModel[] = []): Schedules =>
  new Schedules({
    db,
    rules,
    schedules,
    clock: { now: () => now },
    enqueue: (delivery) => void sent.push(delivery),
  });

const times = (): unknown[] => sent.map(({ payload }) => JSON.parse(payload).time ?? JSON.parse(payload).at);

async function runUntil(schedules: Schedules, end: number): Promise<void> {
  for (let due = schedules.nextDue(); due !== undefined && due <= end; due = schedules.nextDue()) {
    now = due;
    await schedules.runDue(now);
  }
  now = end;
}

beforeEach(() => {
  db = new DatabaseSync(':memory:');
  now = start;
  sent = [];
});

test('rules and schedules fire at their instants, an at(…) once', async () => {
  await runUntil(open([rule], [schedule]), start + 3 * hour);
  expect(times()).toEqual([
    '2026-03-02T10:00:00Z',
    '2026-03-02T10:30:00Z',
    '2026-03-02T11:00:00Z',
    '2026-03-02T12:00:00Z',
  ]);
});

test('a restart keeps the rhythm', async () => {
  await runUntil(open([rule]), start + 1.5 * hour);
  expect(open([rule]).nextDue()).toBe(start + 2 * hour);
});

test('what passed while the laptop was off is done once, not hour by hour', async () => {
  open([rule]);
  now = start + 10.5 * hour;
  const reopened = open([rule]);
  expect(await reopened.runDue(now)).toBe(1);
  expect(reopened.nextDue()).toBe(start + 11 * hour);
});

test('another expression begins anew', async () => {
  open([rule]);
  now = start + 0.5 * hour;
  expect(open([{ ...rule, schedule: 'rate(2 hours)' }]).nextDue()).toBe(start + 2.5 * hour);
});

test('a schedule keeps to its start and its end', async () => {
  const daily = {
    ...schedule,
    expression: 'rate(1 hour)',
    startDate: '2026-03-02T11:00:00Z',
    endDate: '2026-03-02T12:00:00Z',
  };
  await runUntil(open([], [daily]), start + 24 * hour);
  expect(times()).toEqual(['2026-03-02T11:00:00Z', '2026-03-02T12:00:00Z']);
});
