import { expect, test } from 'vitest';

import { Play, only } from './play.ts';

/** Fails in the interpreter itself: no rule holds, and there is no Default. */
const STUCK = { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 0 %}', Next: 'Y' }] };
const WAIT = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 9, End: true } } };
const stuck = { StartAt: 'X', States: { X: STUCK, Y: { Type: 'Succeed' } } };

test('ends the execution from within a branch, and nothing around it says that it failed', async () => {
  const parallel = {
    Type: 'Parallel',
    Branches: [WAIT, stuck],
    Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }],
    Next: 'Z',
  };
  const play = await new Play({ StartAt: 'S', States: { S: parallel, Z: { Type: 'Succeed' } } }, 1).run();
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  expect(play.types.slice(3)).toEqual(['WaitStateEntered', 'ChoiceStateEntered', 'ExecutionFailed']);
  expect(play.events.at(-1)?.previousEventId).toBe(5);
});

const map = (count: number) =>
  new Play(
    only({ Type: 'Map', ItemProcessor: stuck, ToleratedFailureCount: count, MaxConcurrency: 1, End: true }),
    [0, 1, 2, 0],
  ).run();

test('counts for the tolerance of a Map, without an event of its own', async () => {
  const play = await map(2);
  expect(play.execution).toMatchObject({
    status: 'SUCCEEDED',
    output: [0, { Error: 'States.Runtime' }, { Error: 'States.Runtime' }, 0],
  });
  expect(play.types).not.toContain('MapIterationFailed');
});

test('one more than a Map tolerates fails the Map', async () => {
  const play = await map(1);
  expect(play.execution.error).toBe('States.ExceedToleratedFailureThreshold');
  expect(play.types.slice(-3)).toEqual(['ChoiceStateEntered', 'MapStateFailed', 'ExecutionFailed']);
});
