import { expect, test } from 'vitest';
import type { Queue, WorklistRow } from '../../../domain/api/recruiter/worklist.ts';
import { merged } from '../../../web/console/today/queues.ts';
import type { Fetched } from '../../../web/console/today/queues.ts';

const row = (kind: Queue, hour: number): WorklistRow => ({
  applicationId: '01KJT08CQ0RYQ4JP0XZX0DSZDK',
  reference: '0DSZDK',
  kind,
  due: `2026-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`,
  candidateName: 'Julia Perez',
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
