import { expect, test } from 'vitest';

import type { CallReply } from '../../../../simulator/asl/integrations/call.ts';
import { Play, only } from '../play.ts';

async function task(action: string, parameters: object, reply?: CallReply): Promise<Play> {
  const state = { Type: 'Task', Resource: `arn:aws:states:::${action}`, Arguments: parameters, End: true };
  return new Play(only(state), {}, () => reply).run();
}

test('events:putEvents sends the detail as text and fails when an entry failed', async () => {
  const entry = { Source: 'hearback', DetailType: 'offer', Detail: { id: 1 } };
  const good = await task(
    'events:putEvents',
    { Entries: [entry] },
    { ok: true, value: { FailedEntryCount: 0, Entries: [] } },
  );
  expect(good.requests[0]?.call).toEqual({ kind: 'putEvents', entries: [{ ...entry, Detail: '{"id":1}' }] });
  expect(good.execution.status).toBe('SUCCEEDED');
  const bad = await task(
    'events:putEvents',
    { Entries: [entry] },
    { ok: true, value: { FailedEntryCount: 1 } },
  );
  expect(bad.execution.error).toBe('EventBridge.FailedEntry');
});

test('dynamodb:updateItem passes arguments and reply through', async () => {
  const given = { TableName: 't', Key: { pk: { S: 'a' } } };
  const play = await task('dynamodb:updateItem', given, { ok: true, value: { Attributes: {} } });
  expect(play.requests[0]?.call).toEqual({ kind: 'dynamodb', operation: 'UpdateItem', arguments: given });
  expect(play.execution.output).toEqual({ Attributes: {} });
});

test('a refused condition has the name of its exception', async () => {
  const play = await task(
    'dynamodb:putItem',
    { TableName: 't', Item: {} },
    {
      ok: false,
      code: 'ConditionalCheckFailedException',
      message: 'The conditional request failed',
      statusCode: 400,
    },
  );
  expect(play.execution.error).toBe('DynamoDB.ConditionalCheckFailedException');
});

test('sqs:sendMessage sends an object as text', async () => {
  const play = await task('sqs:sendMessage', { QueueUrl: 'https://q', MessageBody: { a: 1 } });
  expect(play.requests[0]?.call).toMatchObject({
    kind: 'sendMessage',
    arguments: { MessageBody: '{"a":1}' },
  });
});

const MACHINE = 'arn:aws:states:eu-central-1:123456789012:stateMachine:child';
const CHILD = 'arn:aws:states:eu-central-1:123456789012:execution:child:c';
const started: CallReply = {
  ok: true,
  value: { ExecutionArn: CHILD, StartDate: '2026-03-02T09:00:00.000Z' },
};

test('startExecution ends when the other has started; without input it is an empty object', async () => {
  const play = await task('states:startExecution', { StateMachineArn: MACHINE, Name: 'c' }, started);
  expect(play.requests[0]?.call).toEqual({
    kind: 'startExecution',
    stateMachineArn: MACHINE,
    name: 'c',
    input: '{}',
    wait: false,
  });
  expect(play.execution.output).toMatchObject({ ExecutionArn: CHILD });
});

test('startExecution.sync:2 waits and gives input and output as JSON', async () => {
  const play = await task(
    'states:startExecution.sync:2',
    { StateMachineArn: MACHINE, Input: { a: 1 } },
    started,
  );
  expect(play.types.at(-1)).toBe('TaskSubmitted');
  play.engine.childEnded(CHILD, {
    ExecutionArn: CHILD,
    Status: 'SUCCEEDED',
    Input: '{"a":1}',
    Output: '{"b":2}',
  });
  await play.run();
  expect(play.execution.output).toMatchObject({ Input: { a: 1 }, Output: { b: 2 } });
  expect(play.abandoned).toEqual([]);
});

test('a child that fails is States.TaskFailed with its description as cause', async () => {
  const play = await task('states:startExecution.sync:2', { StateMachineArn: MACHINE }, started);
  play.engine.childEnded(CHILD, { ExecutionArn: CHILD, Status: 'FAILED', Error: 'Boom', Input: '{}' });
  await play.run();
  expect(play.execution.error).toBe('States.TaskFailed');
  expect(JSON.parse(play.execution.cause ?? '')).toMatchObject({ Error: 'Boom', Input: {} });
});

test('the child is given up when its task times out and when the parent is stopped', async () => {
  const state = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution.sync:2',
    Arguments: { StateMachineArn: MACHINE },
    End: true,
  };
  const late = await new Play(only({ ...state, TimeoutSeconds: 5 }), {}, () => started).run();
  await late.pass(5);
  expect(late.abandoned).toEqual([CHILD]);
  const stopped = await new Play(only(state), {}, () => started).run();
  stopped.engine.stop();
  expect(stopped.abandoned).toEqual([CHILD]);
});

test('a parameter that the integration does not pass on is refused, on creation where it is written out', async () => {
  const wrong = { StateMachineArn: MACHINE, Nmae: 'x' };
  await expect(task('states:startExecution', wrong)).rejects.toThrow(
    'The field "Nmae" is not supported by Step Functions at /States/S/Arguments',
  );
  await expect(task('states:startExecution', {})).rejects.toThrow(
    'The field "StateMachineArn" is required but was missing',
  );
  const state = {
    Type: 'Task',
    Resource: 'arn:aws:states:::states:startExecution',
    Arguments: '{% $states.input %}',
    End: true,
  };
  const play = await new Play(only(state), wrong).run();
  expect(play.execution.cause).toContain('The field "Nmae" is not supported by Step Functions');
});

test.each([
  ['lambda:invoke', { FunctionName: 'f', InvocationType: 'Event' }, 'InvocationType'],
  ['lambda:invoke', { FunctionName: 'f', ClientContext: 'e30=' }, 'ClientContext'],
  ['events:putEvents', { Entries: [], EndpointId: 'x' }, 'EndpointId'],
])('%s with a parameter this engine cannot honour is refused by name', async (action, parameters, name) => {
  const play = await task(action, parameters);
  expect(play.execution.error).toBe('States.Runtime');
  expect(play.execution.cause).toContain(`The field "${name}" with`);
});
