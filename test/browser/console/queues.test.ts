import { describe, expect, test } from 'vitest';
import type { Queue, WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { merged, pageSize, refreshed } from '../../../web/console/today/queues.ts';
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
const hours = (list: ReadonlyMap<Queue, Fetched>): number[] =>
  merged(list).rows.map(({ due }) => new Date(due).getUTCHours());

test('queues become one list, most urgent first', () => {
  const list = new Map<Queue, Fetched>([
    ['shortlist', { rows: [row('shortlist', 9), row('shortlist', 12)], cursor: null }],
    ['task', { rows: [row('task', 10)], cursor: null }],
  ]);
  expect(hours(list)).toEqual([9, 10, 12]);
  expect(merged(list).isAll).toBe(true);
});

test('nothing is shown ahead of what a queue has not told yet', () => {
  const list = new Map<Queue, Fetched>([
    ['shortlist', { rows: [row('shortlist', 9), row('shortlist', 10)], cursor: 'more' }],
    ['task', { rows: [row('task', 8), row('task', 15)], cursor: null }],
  ]);
  expect(hours(list)).toEqual([8, 9, 10]);
  expect(merged(list).isAll).toBe(false);
});

describe('fetched again', () => {
  const rows = Array.from({ length: pageSize + 2 }, (_, minute) => ({
    ...row('shortlist', 9),
    gateId: `shortlist-${minute}`,
    due: new Date(Date.UTC(2026, 2, 3, 9, minute)).toISOString(),
  }));
  const before = new Map<Queue, Fetched>([['shortlist', { rows, cursor: 'beyond' }]]);

  test('the beginning is new and what was fetched beyond it stays', () => {
    const beginning = rows.slice(1, pageSize + 1);
    const list = refreshed(before, new Map([['shortlist', { rows: beginning, cursor: 'more' }]]));
    expect(list.get('shortlist')).toEqual({ rows: rows.slice(1), cursor: 'beyond' });
  });

  test('a queue that has ended since has nothing beyond', () => {
    const fresh = { rows: rows.slice(0, 3), cursor: null };
    expect(refreshed(before, new Map([['shortlist', fresh]])).get('shortlist')).toEqual(fresh);
  });
});
