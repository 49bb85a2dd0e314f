import { expect, test } from 'vitest';

import { Play, START, only } from './play.ts';

test('event 25000 is the failure of an execution that would go on', async () => {
  const play = await new Play(
    {
      StartAt: 'Loop',
      States: {
        Loop: {
          Type: 'Choice',
          Choices: [{ Condition: '{% $states.input.stop %}', Next: 'End' }],
          Default: 'Loop',
        },
        End: { Type: 'Succeed' },
      },
    },
    { stop: false },
  ).run();
  expect(play.events).toHaveLength(25_000);
  expect(play.events.at(-1)).toMatchObject({
    id: 25_000,
    previousEventId: 24_999,
    type: 'ExecutionFailed',
    details: {
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    },
  });
});

test('TimeoutSeconds ends the whole execution, without error and cause', async () => {
  const play = await new Play({ TimeoutSeconds: 3, ...only({ Type: 'Wait', Seconds: 25, End: true }) }).run();
  await play.pass(3);
  expect(play.execution).toMatchObject({ status: 'TIMED_OUT', stoppedAt: START + 3000 });
  expect(play.execution).not.toHaveProperty('error');
});

test('stopping ends an execution with the words of whoever stops it', async () => {
  const play = await new Play(only({ Type: 'Wait', Seconds: 25, End: true })).run();
  play.engine.stop('Manual', 'probe');
  expect(play.execution).toMatchObject({ status: 'ABORTED', error: 'Manual', cause: 'probe' });
  expect(play.events.at(-1)).toMatchObject({ type: 'ExecutionAborted', previousEventId: 0 });
  expect(play.engine.timers()).toEqual([]);
});

test('what a state assigns is no larger than a payload', async () => {
  const assigns = (count: number) =>
    new Play(only({ Type: 'Pass', Assign: { long: `{% $pad('x', ${count}) %}` }, End: true })).run();
  expect((await assigns(262_000)).execution.status).toBe('SUCCEEDED');
  expect((await assigns(262_200)).execution.error).toBe('States.DataLimitExceeded');
});

const LONG = { Type: 'Pass', Output: "{% $pad('x', 150000) %}", End: true };
const LONG_BRANCH = { StartAt: 'Long', States: { Long: LONG } };
const OTHER_BRANCH = { StartAt: 'Other', States: { Other: LONG } };

test.each([
  ['a Parallel, whatever it makes of them', { Type: 'Parallel', Branches: [LONG_BRANCH, OTHER_BRANCH] }],
  ['a Map, whatever it makes of them', { Type: 'Map', Items: [1, 2], ItemProcessor: LONG_BRANCH }],
])('the results of %s are no larger than a payload', async (_, state) => {
  const play = await new Play(only({ ...state, Output: 'short', End: true })).run();
  expect(play.execution).toMatchObject({
    error: 'States.DataLimitExceeded',
    cause:
      "The state/task 'S' returned a result with a size exceeding the maximum number of bytes service limit.",
  });
});

test('what a Map selects for an iteration is no larger than a payload', async () => {
  const long = "{% $pad('x', 150000) %}";
  const state = {
    Type: 'Map',
    Items: [1],
    ItemSelector: { one: long, other: long },
    ItemProcessor: { StartAt: 'Short', States: { Short: { Type: 'Pass', Output: 1, End: true } } },
    End: true,
  };
  expect((await new Play(only(state)).run()).execution.error).toBe('States.DataLimitExceeded');
});
