import { expect, test } from 'vitest';

import { Bench, GATE, INVOKE, only } from './bench.ts';

const WAIT = only({ Type: 'Wait', Seconds: 60, End: true });

test('starts, runs and describes an execution', async () => {
  const bench = new Bench();
  const arn = await bench.start(
    await bench.create('hello', only({ ...INVOKE, End: true })),
    { who: 'Ana' },
    'one',
  );
  expect(await bench.describe(arn)).toMatchObject({
    executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:hello:one',
    status: 'SUCCEEDED',
    input: '{"who":"Ana"}',
    output: '{"who":"Ana"}',
    startDate: bench.now / 1000,
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
  });
  expect(bench.calls).toEqual([
    { functionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:greet', payload: { who: 'Ana' } },
  ]);
});

test('the same name and input give the same execution while it runs, and are refused afterwards', async () => {
  const bench = new Bench();
  const machine = await bench.create('hello', WAIT);
  const first = await bench.start(machine, { a: 1 }, 'one');
  expect(await bench.start(machine, { a: 1 }, 'one')).toBe(first);
  await expect(bench.start(machine, { a: 2 }, 'one')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
  });
  await bench.pass(60);
  await expect(bench.start(machine, { a: 1 }, 'one')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
    message: `Execution Already Exists: '${first}'`,
  });
});

test('an input has 262,144 characters at most, blanks included', async () => {
  const bench = new Bench();
  const stateMachineArn = await bench.create('hello', WAIT);
  const start = (input: string) => bench.call('StartExecution', { stateMachineArn, input });
  const most = `${' '.repeat(262_142)}{}`;
  await expect(start(` ${most}`)).rejects.toMatchObject({
    name: 'ValidationException',
    message: `1 validation error detected: Value ' ${most}' at 'input' failed to satisfy constraint: Member must have length less than or equal to 262144`,
  });
  expect(await start(most)).toHaveProperty('executionArn');
  await expect(start(JSON.stringify('é'.repeat(200_000)))).rejects.toMatchObject({
    name: 'InvalidExecutionInput',
    message: "Invalid State Machine Execution Input: 'Input is too long'",
  });
});

test('a number too large to be kept is refused, not made into null', async () => {
  const bench = new Bench();
  const stateMachineArn = await bench.create('hello', WAIT);
  for (const input of ['1E400', `{"a":[-${'9'.repeat(400)}]}`])
    await expect(bench.call('StartExecution', { stateMachineArn, input })).rejects.toMatchObject({
      name: 'InvalidExecutionInput',
    });
  expect(await bench.call('StartExecution', { stateMachineArn, input: '"1E400"' })).toBeTruthy();
});

test('stops an execution once', async () => {
  const bench = new Bench();
  const arn = await bench.start(await bench.create('hello', WAIT));
  await bench.call('StopExecution', { executionArn: arn, error: 'Withdrawn', cause: 'by the candidate' });
  bench.now += 1000;
  const { stopDate } = await bench.call('StopExecution', { executionArn: arn });
  expect(await bench.describe(arn)).toMatchObject({
    status: 'ABORTED',
    error: 'Withdrawn',
    cause: 'by the candidate',
    stopDate,
  });
  await bench.pass(60);
  expect(await bench.describe(arn)).toMatchObject({ status: 'ABORTED' });
});

test('lists executions, newest first, by status and page', async () => {
  const bench = new Bench();
  const machine = await bench.create('hello', WAIT);
  for (const name of ['a', 'b', 'c']) await bench.start(machine, {}, name);
  await bench.call('StopExecution', { executionArn: await bench.start(machine, {}, 'd') });
  const names = async (input: object): Promise<{ names: unknown[]; nextToken?: string }> => {
    const { executions, nextToken } = await bench.call('ListExecutions', {
      stateMachineArn: machine,
      ...input,
    });
    const listed = Array.isArray(executions) ? executions.map((row: { name?: string }) => row.name) : [];
    return { names: listed, ...(typeof nextToken === 'string' ? { nextToken } : {}) };
  };
  expect((await names({ statusFilter: 'RUNNING' })).names).toEqual(['c', 'b', 'a']);
  const { names: first, nextToken } = await names({ maxResults: 3 });
  expect(first).toEqual(['d', 'c', 'b']);
  expect(await names({ maxResults: 3, nextToken: nextToken ?? '' })).toEqual({ names: ['a'] });
});

test.each([
  ['ListStateMachines', 1024],
  ['ListStateMachineVersions', 1024],
  ['ListStateMachineAliases', 1024],
  ['ListExecutions', 3096],
  ['GetExecutionHistory', 1024],
])('a token for %s is no longer than %i characters', async (operation, most) => {
  const bench = new Bench();
  const stateMachineArn = await bench.create('hello', WAIT);
  const executionArn = await bench.start(stateMachineArn);
  const call = (nextToken: string) => bench.call(operation, { stateMachineArn, executionArn, nextToken });
  const refusal = (token: string, bound: string) => ({
    name: 'ValidationException',
    message: `1 validation error detected: Value '${token}' at 'nextToken' failed to satisfy constraint: Member must have length ${bound}`,
  });
  const long = 'x'.repeat(most + 1);
  await expect(call(long)).rejects.toMatchObject(refusal(long, `less than or equal to ${most}`));
  await expect(call('')).rejects.toMatchObject(refusal('', 'greater than or equal to 1'));
  await expect(call('x'.repeat(most))).rejects.toMatchObject({ name: 'InvalidToken' });
});

test('pages the history, also backwards', async () => {
  const bench = new Bench();
  const executionArn = await bench.start(
    await bench.create('hello', only({ Type: 'Pass', Assign: { x: [1] }, End: true })),
    { a: 1 },
  );
  const ids = async (input: object): Promise<unknown> => {
    const { events } = await bench.call('GetExecutionHistory', { executionArn, ...input });
    return Array.isArray(events) ? events.map((event: { id?: number }) => event.id) : undefined;
  };
  expect(await ids({})).toEqual([1, 2, 3, 4]);
  expect(await ids({ reverseOrder: true, maxResults: 2 })).toEqual([4, 3]);
  const { nextToken } = await bench.call('GetExecutionHistory', { executionArn, maxResults: 3 });
  expect(await ids({ nextToken })).toEqual([4]);
  await expect(bench.call('ListStateMachines', { nextToken: nextToken ?? null })).rejects.toMatchObject({
    name: 'InvalidToken',
  });
  const { events } = await bench.call('GetExecutionHistory', { executionArn, maxResults: 3 });
  expect(events).toMatchObject([
    {
      type: 'ExecutionStarted',
      executionStartedEventDetails: { input: '{"a":1}', inputDetails: { truncated: false } },
    },
    { type: 'PassStateEntered', stateEnteredEventDetails: { name: 'S', input: '{"a":1}' } },
    {
      type: 'PassStateExited',
      stateExitedEventDetails: {
        output: '{"a":1}',
        assignedVariables: { x: '[1]' },
        assignedVariablesDetails: { truncated: false },
      },
    },
  ]);
});

test('redrives a failed execution, but not one that runs', async () => {
  const bench = new Bench();
  bench.onCall = () => {
    throw new Error('down');
  };
  const executionArn = await bench.start(await bench.create('hello', only({ ...INVOKE, End: true })), 1);
  expect(await bench.describe(executionArn)).toMatchObject({
    status: 'FAILED',
    error: 'Lambda.ServiceException',
    redriveStatus: 'REDRIVABLE',
  });
  bench.onCall = () => 'up';
  await bench.call('RedriveExecution', { executionArn });
  await bench.service.settled();
  expect(await bench.describe(executionArn)).toMatchObject({
    status: 'SUCCEEDED',
    output: '"up"',
    redriveCount: 1,
  });
  await expect(bench.call('RedriveExecution', { executionArn })).rejects.toMatchObject({
    name: 'ExecutionNotRedrivable',
  });
});

test('a redrive that is asked for again with its token is the same one for 15 minutes', async () => {
  const bench = new Bench();
  const executionArn = await bench.start(await bench.create('m', only({ Type: 'Fail', Error: 'Boom' })));
  const redrive = async () => {
    await bench.call('RedriveExecution', { executionArn, clientToken: 'once' });
    await bench.service.settled();
    return (await bench.describe(executionArn))['redriveCount'];
  };
  expect(await redrive()).toBe(1);
  bench.now += 900_000;
  expect(await redrive()).toBe(1);
  bench.now += 1;
  expect(await redrive()).toBe(2);
});

test('a history without data lacks inputs and outputs only', async () => {
  const bench = new Bench();
  const failing = only({ Type: 'Fail', Error: 'Boom', Cause: 'told' });
  const executionArn = await bench.start(await bench.create('m', failing), { a: 1 });
  const { events } = await bench.call('GetExecutionHistory', { executionArn, includeExecutionData: false });
  expect(events).toMatchObject([
    { executionStartedEventDetails: { inputDetails: { truncated: false } } },
    { stateEnteredEventDetails: { name: 'S' } },
    { executionFailedEventDetails: { error: 'Boom', cause: 'told' } },
  ]);
  expect(JSON.stringify(events)).not.toContain('"input"');
});

test('lists what was redriven apart', async () => {
  const bench = new Bench();
  const machine = await bench.create('hello', only({ Type: 'Fail', Error: 'No' }));
  for (const name of ['once', 'twice']) await bench.start(machine, {}, name);
  await bench.call('RedriveExecution', {
    executionArn: 'arn:aws:states:eu-central-1:123456789012:execution:hello:twice',
  });
  const named = async (redriveFilter: string): Promise<unknown> => {
    const { executions } = await bench.call('ListExecutions', { stateMachineArn: machine, redriveFilter });
    return Array.isArray(executions) && executions.map((row: { name?: string }) => row.name);
  };
  expect(await named('REDRIVEN')).toEqual(['twice']);
  expect(await named('NOT_REDRIVEN')).toEqual(['once']);
  await expect(named('SOME')).rejects.toMatchObject({ name: 'ValidationException' });
});

test.each([
  [15, 'Execution redrivable period exceeded'],
  [366, 'Execution has exceeded the max execution time'],
])('%i days after its end an execution says why it cannot be redriven', async (days, reason) => {
  const bench = new Bench();
  const executionArn = await bench.start(await bench.create('hello', only({ Type: 'Fail', Error: 'No' })));
  bench.now += days * 86_400_000;
  expect(await bench.describe(executionArn)).toMatchObject({
    redriveStatus: 'NOT_REDRIVABLE',
    redriveStatusReason: reason,
  });
  await expect(bench.call('RedriveExecution', { executionArn })).rejects.toMatchObject({
    name: 'ExecutionNotRedrivable',
    message: reason,
  });
});

test('answers to task tokens: wrong, right and too late', async () => {
  const bench = new Bench();
  const arn = await bench.start(await bench.create('gate', only({ ...GATE, End: true })));
  const payload = bench.calls[0]?.payload;
  const taskToken = String(Object(payload)['token']);
  await expect(bench.call('SendTaskSuccess', { taskToken: 'x', output: '1' })).rejects.toMatchObject({
    name: 'InvalidToken',
  });
  await expect(bench.call('SendTaskSuccess', { taskToken, output: '{' })).rejects.toMatchObject({
    name: 'InvalidOutput',
  });
  await bench.call('SendTaskHeartbeat', { taskToken });
  await bench.call('SendTaskSuccess', { taskToken, output: '{"yes":true}' });
  expect(await bench.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"yes":true}' });
  await expect(bench.call('SendTaskSuccess', { taskToken, output: '1' })).rejects.toMatchObject({
    name: 'TaskTimedOut',
    message: "Task Timed Out: 'Provided task does not exist anymore'",
  });
});

test.each(['StartSyncExecution', 'constructor', '__proto__', 'toString'])(
  'the unknown operation %s is refused by name',
  async (operation) => {
    await expect(new Bench().call(operation)).rejects.toMatchObject({
      name: 'UnknownOperationException',
      message: `${operation} is not supported here`,
    });
  },
);
