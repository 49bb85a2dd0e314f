import { expect, test } from 'vitest';

import { INVOKE, Play, START, only, returns, throws } from './play.ts';

function retrying(...retry: object[]): object {
  return only({ ...INVOKE, Retry: retry, Output: '{% $states.context.State.RetryCount %}', End: true });
}

test('tries again after growing pauses and then succeeds', async () => {
  const definition = retrying({ ErrorEquals: ['Boom'], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 3 });
  const play = await new Play(definition, {}, (_, attempt) =>
    attempt < 4 ? throws('Boom') : returns(1),
  ).run();
  const starts: number[] = [];
  while (play.execution.status === 'RUNNING') {
    starts.push((play.engine.timers()[0]?.at ?? 0) - play.now);
    await play.pass((starts.at(-1) ?? 0) / 1000);
  }
  expect(starts).toEqual([2000, 6000, 18_000]);
  expect(play.execution).toMatchObject({ output: 3, stoppedAt: START + 26_000 });
});

test('MaxDelaySeconds caps the pause', async () => {
  const definition = retrying({
    ErrorEquals: ['States.ALL'],
    IntervalSeconds: 10,
    BackoffRate: 10,
    MaxDelaySeconds: 15,
  });
  const play = await new Play(definition, {}, () => throws('Boom')).run();
  await play.pass(10 + 15 + 15);
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'Boom' });
  expect(play.requests).toHaveLength(4);
});

test('full jitter takes a part of the pause, the same for the same seed', async () => {
  const definition = retrying({ ErrorEquals: ['States.ALL'], IntervalSeconds: 100, JitterStrategy: 'FULL' });
  const pause = async (seed: number): Promise<number> => {
    const play = await new Play(definition, {}, () => throws('Boom'), seed).run();
    return (play.engine.timers()[0]?.at ?? 0) - START;
  };
  const [first, again, other] = [await pause(7), await pause(7), await pause(8)];
  expect(first).toBe(again);
  expect(first).not.toBe(other);
  expect(first).toBeGreaterThanOrEqual(0);
  expect(first).toBeLessThan(100_000);
});

test('each entry counts its own attempts', async () => {
  const definition = retrying(
    { ErrorEquals: ['A'], MaxAttempts: 1 },
    { ErrorEquals: ['States.TaskFailed'], MaxAttempts: 1 },
  );
  const errors = ['A', 'B', 'A'];
  const play = await new Play(definition, {}, (_, attempt) => throws(errors[attempt - 1] ?? 'none')).run();
  await play.pass(10);
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'A' });
  expect(play.requests).toHaveLength(3);
});

test('States.TaskFailed does not match a time-out, States.Timeout does', async () => {
  const wait = async (name: string): Promise<number> => {
    const task = {
      ...INVOKE,
      TimeoutSeconds: 1,
      Retry: [{ ErrorEquals: [name], MaxAttempts: 1 }],
      End: true,
    };
    const play = await new Play(only(task)).run();
    await play.pass(100);
    return play.requests.length;
  };
  expect(await wait('States.TaskFailed')).toBe(1);
  expect(await wait('States.Timeout')).toBe(2);
});
