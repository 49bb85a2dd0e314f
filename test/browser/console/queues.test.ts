// @module-tag browser
import { describe, expect, test } from 'vitest';
import type { Queue, WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { merged, nextElsewhere, pageSize, refreshed } from '../../../web/console/today/queues.ts';
import type { Fetched } from '../../../web/console/today/queues.ts';

const row = (kind: Queue, hour: number): WorklistRow => ({
  applicationId: '01KJT08CQ0RYQ4JP0XZX0DSZDK',
  reference: '0DSZDK',
  kind,
  due: `2026-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`,
  candidateName: 'Julia Perez',
  jobId: 'sales-assistant-leeds',
  jobTitle: 'Sales assistant, Leeds',
  stage: 'in-review',
  owner: 'ana-ruiz',
  version: 1,
});
const end = { cursor: null, elsewhere: null };
const hours = (list: ReadonlyMap<Queue, Fetched>): number[] =>
  merged(list).rows.map(({ due }) => new Date(due).getUTCHours());

test('queues become one list, most urgent first', () => {
  const list = new Map<Queue, Fetched>([
    ['shortlist', { ...end, rows: [row('shortlist', 9), row('shortlist', 12)] }],
    ['task', { ...end, rows: [row('task', 10)] }],
  ]);
  expect(hours(list)).toEqual([9, 10, 12]);
  expect(merged(list).isAll).toBe(true);
});

test('nothing is shown ahead of what a queue has not told yet', () => {
  const list = new Map<Queue, Fetched>([
    ['shortlist', { ...end, rows: [row('shortlist', 9), row('shortlist', 10)], cursor: 'more' }],
    ['task', { ...end, rows: [row('task', 8), row('task', 15)] }],
  ]);
  expect(hours(list)).toEqual([8, 9, 10]);
  expect(merged(list).isAll).toBe(false);
});

test('of what others owe, the first of all queues is told', () => {
  const later = '2026-03-03T16:20:00.000Z';
  const list = new Map<Queue, Fetched>([
    ['shortlist', { ...end, rows: [], elsewhere: later }],
    ['question', { ...end, rows: [] }],
    ['task', { ...end, rows: [], elsewhere: '2026-03-04T09:00:00.000Z' }],
  ]);
  expect(nextElsewhere(list)).toBe(later);
  expect(nextElsewhere(new Map([['task', { ...end, rows: [] }]]))).toBeUndefined();
});

describe('fetched again', () => {
  const rows = Array.from({ length: pageSize + 2 }, (_, minute) => ({
    ...row('shortlist', 9),
    gateId: `shortlist-${minute}`,
    due: new Date(Date.UTC(2026, 2, 3, 9, minute)).toISOString(),
  }));
  const before = new Map<Queue, Fetched>([['shortlist', { ...end, rows, cursor: 'beyond' }]]);

  test('the beginning is new and what was fetched beyond it stays', () => {
    const beginning = rows.slice(1, pageSize + 1);
    const list = refreshed(before, new Map([['shortlist', { ...end, rows: beginning, cursor: 'more' }]]));
    expect(list.get('shortlist')).toEqual({ ...end, rows: rows.slice(1), cursor: 'beyond' });
  });

  test('a queue that has ended since has nothing beyond', () => {
    const fresh = { ...end, rows: rows.slice(0, 3) };
    expect(refreshed(before, new Map([['shortlist', fresh]])).get('shortlist')).toEqual(fresh);
  });
});
