import { expect, test } from 'vitest';

import { INVOKE, Play, only, returns, throws } from '../play.ts';

const FUNCTION = 'arn:aws:lambda:eu-central-1:123456789012:function:greet';

test('lambda:invoke gives payload, version and status', async () => {
  const play = await new Play(only({ ...INVOKE, End: true }), { who: 'Ana' }, () => returns('Hello')).run();
  expect(play.requests[0]?.call).toEqual({
    kind: 'invokeFunction',
    functionName: 'greet',
    payload: '{"who":"Ana"}',
  });
  expect(play.execution.output).toEqual({ ExecutedVersion: '7', Payload: 'Hello', StatusCode: 200 });
  expect(play.types.slice(1, -1)).toEqual([
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
  ]);
});

test("a function's ARN gives what the function returns", async () => {
  const play = await new Play(only({ Type: 'Task', Resource: FUNCTION, End: true }), [1], () =>
    returns([2]),
  ).run();
  expect(play.execution.output).toEqual([2]);
  expect(play.types).toContain('LambdaFunctionSucceeded');
  expect(play.detailsOf('LambdaFunctionScheduled')).toMatchObject({ resource: FUNCTION, input: [1] });
});

test('a function that returns null gives null, not a text', async () => {
  const reply = () => returns(null);
  const direct = await new Play(only({ Type: 'Task', Resource: FUNCTION, End: true }), 1, reply).run();
  expect(direct.execution.output).toBeNull();
  const invoked = await new Play(only({ ...INVOKE, End: true }), 1, reply).run();
  expect(invoked.execution.output).toMatchObject({ Payload: null });
});

test('the error of a function has its type as name and the whole of it as cause', async () => {
  const play = await new Play(only({ ...INVOKE, End: true }), {}, () => throws('Boom', 'no luck')).run();
  expect(play.execution).toMatchObject({
    error: 'Boom',
    cause: '{"errorType":"Boom","errorMessage":"no luck"}',
  });
});

test('a refused call is the exception of the service, with the account of the SDK', async () => {
  const refusal = {
    ok: false as const,
    code: 'ResourceNotFoundException',
    message: 'Function not found: x',
    statusCode: 404,
  };
  const play = await new Play(only({ ...INVOKE, End: true }), {}, () => refusal).run();
  expect(play.execution.error).toBe('Lambda.ResourceNotFoundException');
  expect(play.execution.cause).toMatch(
    /^Function not found: x \(Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException; Request ID: .+; Proxy: null\)$/,
  );
});

test('a missing permission is the general exception of the service', async () => {
  const refusal = {
    ok: false as const,
    code: 'AccessDeniedException',
    message: 'User: x is not authorized',
    statusCode: 403,
  };
  const play = await new Play(only({ ...INVOKE, End: true }), {}, () => refusal).run();
  expect(play.execution.error).toBe('Lambda.AWSLambdaException');
});

test('times out, and a late answer does nothing', async () => {
  const play = await new Play(only({ ...INVOKE, TimeoutSeconds: '{% 5 %}', End: true })).run();
  await play.pass(5);
  expect(play.execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
  expect(play.execution).not.toHaveProperty('cause');
  const [request] = play.requests;
  if (request) play.engine.returned(request.taskId, returns('late'));
  expect(play.engine.runnable).toBe(false);
});

test('a result over the limit names what gave it', async () => {
  const play = await new Play(only({ ...INVOKE, End: true }), {}, () => returns('a'.repeat(263_000))).run();
  expect(play.execution.cause).toContain("The state/task 'lambda' returned a result");
});

test('parameters that make no call fail before anything is scheduled', async () => {
  const play = await new Play(only({ ...INVOKE, Arguments: '{% {"Payload": {}} %}', End: true })).run();
  expect(play.execution.error).toBe('States.Runtime');
  expect(play.execution.cause).toContain('The field "FunctionName" is required but was missing');
  expect(play.types).not.toContain('TaskScheduled');
});
