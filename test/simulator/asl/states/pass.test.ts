import { expect, test } from 'vitest';

import { Play, only } from '../play.ts';

test('gives its input on when it has no Output', async () => {
  const { execution, events } = await new Play(only({ Type: 'Pass', End: true }), { a: 1 }).run();
  expect(execution).toMatchObject({ status: 'SUCCEEDED', output: { a: 1 } });
  expect(events.map(({ id, previousEventId, type }) => [id, previousEventId, type])).toEqual([
    [1, 0, 'ExecutionStarted'],
    [2, 0, 'PassStateEntered'],
    [3, 2, 'PassStateExited'],
    [4, 3, 'ExecutionSucceeded'],
  ]);
});

test('Assign and Output both see the variables from before', async () => {
  const play = await new Play({
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}' }, Output: '{% $n %}', Next: 'C' },
      C: { Type: 'Pass', Output: ['{% $states.input %}', '{% $n %}'], End: true },
    },
  }).run();
  expect(play.execution.output).toEqual([1, 2]);
});

test('an expression that gives nothing fails the state and names the field', async () => {
  const { execution, events } = await new Play(
    only({ Type: 'Pass', Output: { a: [1, '{% $gone %}'] }, End: true }),
  ).run();
  const cause =
    "An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression '$gone' specified for the field 'Output/a[1]' returned nothing (undefined).";
  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError', cause });
  expect(events[2]).toMatchObject({
    type: 'EvaluationFailed',
    previousEventId: 0,
    details: { location: 'Output/a[1]' },
  });
});

test('an output over 262144 bytes is refused', async () => {
  const { execution } = await new Play(only({ Type: 'Pass', Output: 'ä'.repeat(131_072), End: true })).run();
  expect(execution).toMatchObject({
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit.",
  });
});

test('an output of 262144 bytes is not', async () => {
  const { execution } = await new Play(only({ Type: 'Pass', Output: 'a'.repeat(262_142), End: true })).run();
  expect(execution.status).toBe('SUCCEEDED');
});
