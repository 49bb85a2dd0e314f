import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { Activity } from '../../../local/activity.ts';
import { Deliveries, type Delivery } from '../../../local/events/deliveries.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
const delivery: Delivery = {
  targetArn: 'arn:function',
  roleArn: undefined,
  payload: '{"a":1}',
  maximumRetries: 2,
  failureArn: 'arn:queue',
  origin: 'rule some',
  sourceArn: 'arn:rule',
};

let db: DatabaseSync;
let now: number;
let activity: Activity;
let tried: string[];
let dead: string[];

function deliveries(deliver: () => Promise<void>): Deliveries {
  return new Deliveries({
    db,
    clock: { now: () => now },
    activity,
    deliver: async () => {
      tried.push(new Date(now).toISOString().slice(11, 19));
      await deliver();
    },
    deadLetter: (queueArn, { payload }, reason) => void dead.push(`${queueArn} ${payload} ${reason}`),
    report: () => undefined,
  });
}

const refuse = async (): Promise<void> => Promise.reject(new Error('no'));

beforeEach(() => {
  db = new DatabaseSync(':memory:');
  now = start;
  activity = new Activity();
  [tried, dead] = [[], []];
});

test('what is delivered is delivered once', async () => {
  const all = deliveries(async () => undefined);
  all.enqueue(delivery);
  await activity.settled();
  expect([tried, all.nextDue()]).toEqual([['09:00:00'], undefined]);
});

test('what fails is tried again on the virtual clock and ends on the queue for failures', async () => {
  const all = deliveries(refuse);
  all.enqueue(delivery);
  await activity.settled();
  for (let due = all.nextDue(); due !== undefined; due = all.nextDue()) {
    now = due;
    await all.runDue(now);
  }
  expect(tried).toEqual(['09:00:00', '09:01:00', '09:03:00']);
  expect(dead).toEqual(['arn:queue {"a":1} no']);
});

test('what was under way when the process ended is delivered by the next one', async () => {
  deliveries(() => new Promise(() => undefined)).enqueue(delivery);
  const next = deliveries(async () => undefined);
  expect(next.nextDue()).toBe(start);
  expect(await next.runDue(now)).toBe(1);
  expect(next.nextDue()).toBeUndefined();
});

test('what is under way is not begun a second time', async () => {
  const all = deliveries(() => new Promise(() => undefined));
  all.enqueue(delivery);
  expect([all.nextDue(), await all.runDue(now)]).toEqual([undefined, 0]);
});
