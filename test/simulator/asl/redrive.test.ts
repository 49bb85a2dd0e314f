import { expect, test } from 'vitest';

import { INVOKE, Play, returns, throws } from './play.ts';

test('goes on from the failed task and keeps what had succeeded', async () => {
  const definition = {
    StartAt: 'First',
    States: {
      First: { ...INVOKE, Output: '{% $states.result.Payload %}', Next: 'Each' },
      Each: {
        Type: 'Map',
        Items: ['x', 'y'],
        ItemProcessor: {
          StartAt: 'I',
          States: { I: { ...INVOKE, Output: '{% $states.result.Payload %}', End: true } },
        },
        End: true,
      },
    },
  };
  const play = await new Play(definition, {}, (_, attempt) =>
    attempt === 3 ? throws('Boom') : returns(attempt),
  ).run();
  expect(play.execution.status).toBe('FAILED');
  play.now += 3_600_000;
  play.engine.redrive();
  await play.run();
  expect(play.execution).toMatchObject({ status: 'SUCCEEDED', output: [2, 4], redriveCount: 1 });
  expect(play.execution).not.toHaveProperty('error');
  expect(play.types).toContain('ExecutionRedriven');
  expect(play.requests).toHaveLength(4);
});

test('the time-out of the execution begins anew', async () => {
  const play = await new Play({
    TimeoutSeconds: 10,
    StartAt: 'W',
    States: { W: { Type: 'Wait', Seconds: 9, Next: 'X' }, X: { Type: 'Wait', Seconds: 9, End: true } },
  }).run();
  await play.pass(10);
  expect(play.execution.status).toBe('TIMED_OUT');
  play.engine.redrive();
  await play.run();
  await play.pass(9);
  expect(play.execution.status).toBe('SUCCEEDED');
});
