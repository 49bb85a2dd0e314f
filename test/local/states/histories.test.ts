import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { Histories } from '../../../local/states/histories.ts';
import { createTables } from '../../../local/states/schema.ts';
import type { HistoryEvent } from '../../../simulator/asl/history.ts';
import { Bench, INVOKE } from './bench.ts';

const event = (id: number): HistoryEvent => ({
  id,
  previousEventId: id - 1,
  timestamp: 1_772_442_000_000 + id,
  type: 'PassStateEntered',
  details: { name: `état ${id}`, input: null },
});
const events = (from: number, to: number): HistoryEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => event(from + index));

/** An execution that rested after 3 and after 1,200 events, and has been working again since. */
function histories(): Histories {
  const db = new DatabaseSync(':memory:');
  createTables(db);
  const all = new Histories(db);
  all.add(1, events(1, 2), false);
  all.add(1, events(3, 3), true);
  all.add(1, events(4, 700), false);
  all.add(2, events(1, 9), true);
  all.add(1, events(701, 1200), true);
  all.add(1, events(1201, 1210), false);
  return all;
}

test.each([
  { limit: 5, offset: 0 },
  { limit: 10, offset: 498 },
  { limit: 1, offset: 1199 },
  { limit: 20, offset: 1195 },
  { limit: 20, offset: 1210 },
  { limit: Number.MAX_SAFE_INTEGER, offset: 0 },
])('a page of $limit events after $offset, in order and backwards', ({ limit, offset }) => {
  const all = histories();
  const whole = events(1, 1210);
  expect(all.page(1, limit, offset, false)).toEqual(whole.slice(offset, offset + limit));
  expect(all.page(1, limit, offset, true)).toEqual(whole.toReversed().slice(offset, offset + limit));
});

test('an execution without events has an empty history', () => {
  expect(histories().page(3, 10, 0, true)).toEqual([]);
});

test('what a data directory of an older version holds loose is packed when the execution rests again', async () => {
  const bench = new Bench();
  const arn = await bench.start(
    await bench.create('old', {
      StartAt: 'W',
      States: { W: { Type: 'Wait', Seconds: 60, Next: 'T' }, T: { ...INVOKE, End: true } },
    }),
  );
  const before = bench.service.history(arn);
  bench.db.exec('DELETE FROM states_packed_events');
  const insert = bench.db.prepare('INSERT INTO states_events (execution, id, event) VALUES (1, ?, ?)');
  for (const old of before) insert.run(old.id, JSON.stringify(old));
  expect(bench.service.history(arn)).toEqual(before);
  await bench.pass(60);
  const after = bench.service.history(arn);
  expect(after.slice(0, before.length)).toEqual(before);
  expect(after.at(-1)?.type).toBe('ExecutionSucceeded');
  expect(bench.db.prepare('SELECT count(*) AS loose FROM states_events').get()).toEqual({ loose: 0 });
});
