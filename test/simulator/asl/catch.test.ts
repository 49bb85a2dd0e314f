import { expect, test } from 'vitest';

import { INVOKE, Play, throws } from './play.ts';

function caught(rule: object): object {
  return {
    StartAt: 'S',
    States: {
      S: { ...INVOKE, Catch: [{ ErrorEquals: ['Other'], Next: 'End' }, rule], Next: 'End' },
      End: {
        Type: 'Pass',
        Output: { got: '{% $states.input %}', seen: '{% $exists($seen) ? $seen : "" %}' },
        End: true,
      },
    },
  };
}

test('gives error and cause on', async () => {
  const play = await new Play(caught({ ErrorEquals: ['States.ALL'], Next: 'End' }), {}, () =>
    throws('Boom'),
  ).run();
  expect(play.execution.output).toMatchObject({
    got: { Error: 'Boom', Cause: '{"errorType":"Boom","errorMessage":""}' },
  });
});

test('shapes them with Output and Assign', async () => {
  const rule = {
    ErrorEquals: ['Boom'],
    Next: 'End',
    Output: '{% $states.errorOutput.Error %}',
    Assign: { seen: '{% $states.input.n %}' },
  };
  const play = await new Play(caught(rule), { n: 4 }, () => throws('Boom')).run();
  expect(play.execution.output).toEqual({ got: 'Boom', seen: 4 });
});

test('a Catch whose own Output fails is not caught by itself', async () => {
  const rule = { ErrorEquals: ['States.ALL'], Next: 'End', Output: '{% $gone %}' };
  const play = await new Play(caught(rule), {}, () => throws('Boom')).run();
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError' });
  expect(play.execution.cause).toContain("specified for the field 'Catch[1]/Output'");
});

test('a Parallel whose Catch fails has failed twice', async () => {
  const parallel = {
    Type: 'Parallel',
    Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'Boom' } } }],
    Catch: [{ ErrorEquals: ['Boom'], Next: 'S', Output: '{% $gone %}' }],
    End: true,
  };
  const play = await new Play({ StartAt: 'S', States: { S: parallel } }).run();
  expect(play.types.slice(-5)).toEqual([
    'FailStateEntered',
    'ParallelStateFailed',
    'EvaluationFailed',
    'ParallelStateFailed',
    'ExecutionFailed',
  ]);
});

test('States.ALL takes a failed expression of the task, but no error of the interpreter', async () => {
  const task = { ...INVOKE, Catch: [{ ErrorEquals: ['States.ALL'], Next: 'End' }], Next: 'End' };
  const run = async (state: object): Promise<string> => {
    const play = new Play({ StartAt: 'S', States: { S: { ...task, ...state }, End: { Type: 'Succeed' } } });
    return (await play.run()).execution.status;
  };
  expect(await run({ Arguments: { FunctionName: '{% $gone %}' } })).toBe('SUCCEEDED');
  expect(await run({ Arguments: '{% {} %}' })).toBe('FAILED');
});
