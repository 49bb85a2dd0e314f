import { expect, test } from 'vitest';

import { INVOKE, Play, only, returns, throws } from '../play.ts';

function map(
  fields: object,
  inner: object = { ...INVOKE, Output: '{% $states.result.Payload %}', End: true },
): object {
  return only({ Type: 'Map', ItemProcessor: { StartAt: 'I', States: { I: inner } }, End: true, ...fields });
}

test('gives the results in order of the items, whatever order they end in', async () => {
  const play = await new Play(map({}), ['a', 'b', 'c']).run();
  for (const { taskId, call } of play.requests.toReversed()) {
    play.engine.returned(
      taskId,
      returns(call.kind === 'invokeFunction' ? `${JSON.parse(call.payload)}!` : null),
    );
    await play.engine.run();
  }
  expect(play.execution.output).toEqual(['a!', 'b!', 'c!']);
});

test('MaxConcurrency bounds the iterations at one time; the service takes 40 at most', async () => {
  const items = Array.from({ length: 100 }, (_, index) => index);
  expect((await new Play(map({ MaxConcurrency: 3 }), items).run()).requests).toHaveLength(3);
  expect((await new Play(map({ MaxConcurrency: '{% 2 %}' }), items).run()).requests).toHaveLength(2);
  expect((await new Play(map({}), items).run()).requests).toHaveLength(40);
});

test('ItemSelector shapes each item; inside, the context knows it', async () => {
  const selector = { n: '{% $states.context.Map.Item.Index %}', all: '{% $count($states.input) %}' };
  const inner = {
    Type: 'Pass',
    Output: ['{% $states.input %}', '{% $states.context.Map.Item.Value %}'],
    End: true,
  };
  const play = await new Play(map({ ItemSelector: selector }, inner), ['x']).run();
  expect(play.execution.output).toEqual([[{ n: 0, all: 1 }, 'x']]);
});

test('one failed iteration ends the others and the Map', async () => {
  const play = await new Play(map({}), [1, 2, 3], (_, attempt) =>
    attempt === 2 ? throws('Boom') : undefined,
  ).run();
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'Boom' });
  expect(play.types.slice(-9)).toEqual([
    'TaskFailed',
    'MapIterationFailed',
    'TaskStateAborted',
    'MapIterationAborted',
    'TaskStateAborted',
    'MapIterationAborted',
    'TaskStateAborted',
    'MapStateFailed',
    'ExecutionFailed',
  ]);
});

test('an ItemSelector that fails ends the iterations that were started', async () => {
  const fields = { ItemSelector: '{% $states.context.Map.Item.Value.n %}', MaxConcurrency: 2 };
  const inner = { Type: 'Wait', Seconds: '{% $states.input %}', End: true };
  const play = await new Play(map(fields, inner), [{ n: 1 }, { n: 9 }, {}]).run();
  await play.pass(1);
  expect(play.types.slice(-6)).toEqual([
    'MapIterationSucceeded',
    'EvaluationFailed',
    'MapIterationAborted',
    'WaitStateAborted',
    'MapStateFailed',
    'ExecutionFailed',
  ]);
  const failed = play.events.findIndex(({ type }) => type === 'EvaluationFailed') + 1;
  expect(play.events.slice(failed).map(({ previousEventId }) => previousEventId)).toEqual([
    failed,
    failed,
    failed,
    failed + 3,
  ]);
});

test('its iterations have succeeded even when its own Assign fails', async () => {
  const play = await new Play(map({ Assign: { seen: '{% $gone %}' } }, { Type: 'Succeed' }), [1]).run();
  expect(play.types.slice(-4)).toEqual([
    'MapStateSucceeded',
    'EvaluationFailed',
    'MapStateFailed',
    'ExecutionFailed',
  ]);
});

test('tolerated failures stand in the result, one more fails the Map', async () => {
  const failing = (until: number) =>
    new Play(map({ ToleratedFailureCount: 1 }), [1, 2, 3], (_, attempt) =>
      attempt <= until ? throws('Boom') : returns(attempt),
    ).run();
  expect((await failing(1)).execution.output).toMatchObject([{ Error: 'Boom' }, 2, 3]);
  expect((await failing(2)).execution.error).toBe('States.ExceedToleratedFailureThreshold');
});

test('a percentage of failures may have a fraction, and is no more than all of them', async () => {
  const failing = (share: unknown) =>
    new Play(map({ ToleratedFailurePercentage: share }), [1, 2, 3], (_, attempt) =>
      attempt === 1 ? throws('Boom') : returns(attempt),
    ).run();
  expect((await failing(33.4)).execution.status).toBe('SUCCEEDED');
  expect((await failing('{% 33.2 %}')).execution.error).toBe('States.ExceedToleratedFailureThreshold');
  expect((await failing('{% 101 %}')).execution).toMatchObject({
    error: 'States.QueryEvaluationError',
    cause: expect.stringContaining('between 0 and 100, but was: 101'),
  });
});

test('Retry does the whole Map again', async () => {
  const play = await new Play(
    map({ Retry: [{ ErrorEquals: ['Boom'], MaxAttempts: 1 }] }),
    [1, 2],
    (_, attempt) => (attempt === 2 ? throws('Boom') : returns(attempt)),
  ).run();
  await play.pass(1);
  expect(play.execution.output).toEqual([3, 4]);
  expect(play.types.filter((type) => type === 'MapStateStarted')).toHaveLength(2);
});

test('variables of the outside can be read, those of an iteration stay inside', async () => {
  const play = await new Play({
    StartAt: 'A',
    States: {
      A: { Type: 'Pass', Assign: { base: 10 }, Next: 'M' },
      M: {
        Type: 'Map',
        Items: [1, 2],
        ItemProcessor: {
          StartAt: 'I',
          States: {
            I: { Type: 'Pass', Assign: { own: '{% $base + $states.input %}' }, Next: 'J' },
            J: { Type: 'Pass', Output: '{% $own %}', End: true },
          },
        },
        Next: 'Z',
      },
      Z: { Type: 'Pass', Output: ['{% $states.input %}', '{% $exists($own) %}'], End: true },
    },
  }).run();
  expect(play.execution.output).toEqual([[11, 12], false]);
});
