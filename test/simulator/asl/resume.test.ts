import { expect, test } from 'vitest';

import { INVOKE, Play, returns, throws } from './play.ts';

const journey = {
  StartAt: 'Prepare',
  States: {
    Prepare: { Type: 'Pass', Assign: { steps: [1, 2, 3] }, Next: 'Each' },
    Each: {
      Type: 'Map',
      Items: '{% $steps %}',
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Ask',
        States: {
          Ask: {
            ...INVOKE,
            TimeoutSeconds: 30,
            Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2, JitterStrategy: 'FULL' }],
            Next: 'Rest',
          },
          Rest: { Type: 'Wait', Seconds: '{% $states.context.Map.Item.Value %}', End: true },
        },
      },
      Next: 'Both',
    },
    Both: {
      Type: 'Parallel',
      Branches: [
        { StartAt: 'L', States: { L: { Type: 'Wait', Seconds: 5, End: true } } },
        { StartAt: 'R', States: { R: { Type: 'Pass', Output: '{% $uuid() %}', End: true } } },
      ],
      End: true,
    },
  },
};

const answers = (_: unknown, attempt: number) => (attempt % 2 === 1 ? throws('Busy') : returns(attempt));

async function history(restoreAfterEachStep: boolean): Promise<string> {
  const play = new Play(journey, {}, answers, 3);
  let answered = 0;
  for (let guard = 0; play.execution.status === 'RUNNING' && guard < 1000; guard++) {
    while (play.engine.runnable) {
      await play.engine.step();
      if (restoreAfterEachStep) play.restore();
    }
    const request = play.requests[answered];
    if (request) play.engine.returned(request.taskId, answers(undefined, ++answered));
    else {
      const [timer] = play.engine.timers();
      if (!timer) break;
      play.now = timer.at;
      play.engine.fire(timer.key);
    }
    if (restoreAfterEachStep) play.restore();
  }
  return JSON.stringify([play.events, play.execution]);
}

test('an execution that is saved and resumed after every step goes on byte for byte', async () => {
  const straight = await history(false);
  expect(straight).toContain('ExecutionSucceeded');
  expect(await history(true)).toBe(straight);
});

test('calls that had not come back are asked for again', async () => {
  const play = await new Play({ StartAt: 'S', States: { S: { ...INVOKE, End: true } } }).run();
  play.restore();
  play.engine.repeatRequests();
  expect(play.requests).toHaveLength(2);
  expect(play.requests[1]).toEqual(play.requests[0]);
});

test('a waiting execution is small', async () => {
  const play = await new Play(
    {
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { revision: 12, deadline: '2026-03-09T17:00:00Z' }, Next: 'S' },
        S: {
          ...INVOKE,
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          TimeoutSeconds: 604_800,
          End: true,
        },
      },
    },
    { applicationId: '01JNB2X9W3V4QK7N8M5P6R7S8T' },
    () => returns(null),
  ).run();
  expect(JSON.stringify(play.execution).length).toBeLessThan(2000);
});
