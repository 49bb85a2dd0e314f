import { expect, test } from 'vitest';

import { Play, START, only } from '../play.ts';

test('waits its seconds, to the millisecond', async () => {
  const play = await new Play(only({ Type: 'Wait', Seconds: 90, End: true })).run();
  await play.pass(89.999);
  expect(play.execution.status).toBe('RUNNING');
  await play.pass(0.001);
  expect(play.execution).toMatchObject({ status: 'SUCCEEDED', stoppedAt: START + 90_000 });
});

test('waits 400 days less than the year an execution may take: a year is the end', async () => {
  const play = await new Play(only({ Type: 'Wait', Seconds: 400 * 86_400, End: true })).run();
  await play.pass(400 * 86_400);
  expect(play.execution).toMatchObject({ status: 'TIMED_OUT', stoppedAt: START + 365 * 86_400_000 });
  expect(play.events.at(-1)).toMatchObject({
    type: 'ExecutionTimedOut',
    previousEventId: 0,
    details: { error: 'States.Timeout' },
  });
});

test('waits until an instant with a zone', async () => {
  const play = await new Play(only({ Type: 'Wait', Timestamp: '{% $states.input.at %}', End: true }), {
    at: '2026-03-02T11:30:00+01:00',
  }).run();
  expect(play.engine.timers()[0]?.at).toBe(Date.parse('2026-03-02T10:30:00Z'));
});

test('does not wait for the past', async () => {
  const play = await new Play(only({ Type: 'Wait', Timestamp: '2020-01-01T00:00:00Z', End: true })).run();
  expect(play.execution.status).toBe('SUCCEEDED');
});

test.each([
  '2026-03-02 10:00:00Z',
  '2026-03-02T10:00:00',
  '2026-02-30T10:00:00Z',
  '2026-03-02T24:00:00Z',
  'soon',
])('a computed instant %s that is not RFC 3339 is an evaluation error', async (at) => {
  const play = await new Play(only({ Type: 'Wait', Timestamp: '{% $states.input.at %}', End: true }), {
    at,
  }).run();
  expect(play.execution.cause).toBe(
    `An error occurred while executing the state 'S' (entered at the event id #2). The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${at}`,
  );
  expect(play.events[2]).toMatchObject({ type: 'EvaluationFailed', previousEventId: 2 });
});
