import { expect, test } from 'vitest';

import { readToken } from '../../../../simulator/asl/token.ts';
import { INVOKE, Play, only, returns } from '../play.ts';

const gate = {
  ...INVOKE,
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: 'open-gate', Payload: { token: '{% $states.context.Task.Token %}' } },
  End: true,
};

function tokenOf(play: Play): { taskId: number; nonce: string } {
  const call = play.requests.at(-1)?.call;
  const text = call?.kind === 'invokeFunction' ? call.payload : '{}';
  const { token }: { token: string } = JSON.parse(text);
  const read = readToken(token);
  if (!read) throw new Error('The payload has no token');
  return read;
}

test('waits for the answer to its token', async () => {
  const play = await new Play(only(gate), {}, () => returns(null)).run();
  expect(play.types.at(-1)).toBe('TaskSubmitted');
  const { taskId, nonce } = tokenOf(play);
  expect(play.engine.answer(taskId, nonce, { kind: 'success', output: { shortlisted: true } })).toBe(true);
  await play.run();
  expect(play.execution.output).toEqual({ shortlisted: true });
});

test('an answer given before the function returns counts at once', async () => {
  const play = await new Play(only(gate)).run();
  const { taskId, nonce } = tokenOf(play);
  play.engine.answer(taskId, nonce, { kind: 'success', output: 1 });
  await play.run();
  expect(play.execution).toMatchObject({ status: 'SUCCEEDED', output: 1 });
});

test('a failure arrives as sent', async () => {
  const play = await new Play(only(gate), {}, () => returns(null)).run();
  const { taskId, nonce } = tokenOf(play);
  play.engine.answer(taskId, nonce, { kind: 'failure', error: 'Declined', cause: 'by hand' });
  await play.run();
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'Declined', cause: 'by hand' });
});

test('a second answer and one with a wrong secret are too late', async () => {
  const play = await new Play(only(gate), {}, () => returns(null)).run();
  const { taskId, nonce } = tokenOf(play);
  expect(play.engine.answer(taskId, 'other', { kind: 'success', output: 1 })).toBe(false);
  expect(play.engine.answer(taskId, nonce, { kind: 'success', output: 1 })).toBe(true);
  expect(play.engine.answer(taskId, nonce, { kind: 'success', output: 2 })).toBe(false);
});

test('heartbeats put off the end; without one the task times out', async () => {
  const play = await new Play(only({ ...gate, TimeoutSeconds: 600, HeartbeatSeconds: 60 }), {}, () =>
    returns(null),
  ).run();
  const { taskId, nonce } = tokenOf(play);
  await play.pass(50);
  play.engine.answer(taskId, nonce, { kind: 'heartbeat' });
  await play.pass(59);
  expect(play.execution.status).toBe('RUNNING');
  await play.pass(1);
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
});

test('Catch takes a missing heartbeat by its own name', async () => {
  const caught = { ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Late' };
  const play = await new Play(
    {
      StartAt: 'S',
      States: { S: { ...gate, HeartbeatSeconds: 5, Catch: [caught] }, Late: { Type: 'Succeed' } },
    },
    {},
    () => returns(null),
  ).run();
  await play.pass(5);
  expect(play.execution.output).toEqual({ Error: 'States.Timeout', Cause: '' });
});
