import { expect, test } from 'vitest';

import { INVOKE, Play, only, returns } from '../play.ts';

const branch = (state: object, name = 'B'): object => ({ StartAt: name, States: { [name]: state } });

test('runs its branches on the same input and gives their outputs in order', async () => {
  const play = await new Play(
    only({
      Type: 'Parallel',
      Arguments: { n: '{% $states.input + 1 %}' },
      Branches: [
        branch({ ...INVOKE, Output: '{% $states.result.Payload %}', End: true }),
        branch({ Type: 'Succeed' }, 'C'),
      ],
      Output: '{% $states.result %}',
      End: true,
    }),
    1,
    () => returns('first'),
  ).run();
  expect(play.execution.output).toEqual(['first', { n: 2 }]);
});

test('its branches have succeeded even when its own Output fails', async () => {
  const branches = [branch({ Type: 'Succeed' })];
  const play = await new Play(
    only({ Type: 'Parallel', Branches: branches, Output: '{% $gone %}', End: true }),
  ).run();
  expect(play.types.slice(-4)).toEqual([
    'ParallelStateSucceeded',
    'EvaluationFailed',
    'ParallelStateFailed',
    'ExecutionFailed',
  ]);
});

test('a branch that fails aborts the other, and Catch takes over', async () => {
  const play = await new Play({
    StartAt: 'P',
    States: {
      P: {
        Type: 'Parallel',
        Branches: [
          branch({ Type: 'Wait', Seconds: 60, End: true }),
          branch({ Type: 'Fail', Error: 'Boom' }, 'C'),
        ],
        Catch: [{ ErrorEquals: ['Boom'], Next: 'Z' }],
        Next: 'Z',
      },
      Z: { Type: 'Succeed' },
    },
  }).run();
  expect(play.execution).toMatchObject({ status: 'SUCCEEDED', output: { Error: 'Boom' } });
  expect(play.types).toContain('WaitStateAborted');
  expect(Object.keys(play.execution.threads)).toEqual([]);
});
