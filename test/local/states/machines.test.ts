import { expect, test } from 'vitest';

import type { JsonObject } from '../../../simulator/asl/json.ts';
import type { AwsRequest } from '../../../local/service.ts';
import { permissionsOf } from '../../../local/states/permissions.ts';
import { Bench, ROLE, only, text } from './bench.ts';

const definition = (output: string): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', ...only({ Type: 'Pass', Output: output, End: true }) });

async function outputs(bench: Bench, arn: string, times: number): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let i = 0; i < times; i++) seen.push((await bench.describe(await bench.start(arn)))['output']);
  return seen;
}

test('an alias routes by weight, and an execution keeps the version it was started with', async () => {
  const bench = new Bench();
  const { stateMachineArn } = await bench.call('CreateStateMachine', {
    name: 'm',
    definition: definition('one'),
    roleArn: ROLE,
    publish: true,
  });
  const machine = text(stateMachineArn);
  await bench.call('UpdateStateMachine', {
    stateMachineArn: machine,
    definition: definition('two'),
    publish: true,
  });
  const route = (one: number): JsonObject[] => [
    { stateMachineVersionArn: `${machine}:1`, weight: one },
    { stateMachineVersionArn: `${machine}:2`, weight: 100 - one },
  ];
  await bench.call('CreateStateMachineAlias', { name: 'live', routingConfiguration: route(90) });
  const seen = await outputs(bench, `${machine}:live`, 100);
  const ones = seen.filter((output) => output === '"one"').length;
  expect(ones).toBeGreaterThan(75);
  expect(ones).toBeLessThan(100);
  const { executions } = await bench.call('ListExecutions', { stateMachineArn: `${machine}:2` });
  expect(executions).toHaveLength(100 - ones);
  expect(
    await bench.call('ListExecutions', { stateMachineArn: `${machine}:live`, maxResults: 1 }),
  ).toMatchObject({
    executions: [{ stateMachineAliasArn: `${machine}:live` }],
  });
  await expect(
    bench.call('DeleteStateMachineVersion', { stateMachineVersionArn: `${machine}:1` }),
  ).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test('running executions keep their definition when the machine changes', async () => {
  const bench = new Bench();
  const machine = await bench.create('m', {
    StartAt: 'W',
    States: { W: { Type: 'Wait', Seconds: 60, Next: 'E' }, E: { Type: 'Pass', Output: 'old', End: true } },
  });
  const executionArn = await bench.start(machine);
  await bench.call('UpdateStateMachine', { stateMachineArn: machine, definition: definition('new') });
  await bench.pass(60);
  expect(await bench.describe(executionArn)).toMatchObject({ output: '"old"' });
  const { definition: kept } = await bench.call('DescribeStateMachineForExecution', { executionArn });
  expect(text(kept)).toContain('"old"');
});

test('registering is idempotent; a changed definition makes a version and moves the alias', async () => {
  const bench = new Bench();
  const arn = 'arn:aws:states:eu-central-1:123456789012:stateMachine:journey';
  const register = (output: string) =>
    bench.service.registerStateMachine({ arn, definition: definition(output), roleArn: ROLE, alias: 'live' });
  expect(register('one')).toEqual({
    stateMachineArn: arn,
    versionArn: `${arn}:1`,
    aliasArn: `${arn}:live`,
    changed: true,
  });
  expect(register('one')).toMatchObject({ versionArn: `${arn}:1`, changed: false });
  expect(register('two')).toMatchObject({ versionArn: `${arn}:2`, changed: true });
  expect(await outputs(bench, `${arn}:live`, 1)).toEqual(['"two"']);
});

test('registering again does not undo what somebody published since', async () => {
  const bench = new Bench();
  const arn = 'arn:aws:states:eu-central-1:123456789012:stateMachine:journey';
  const registration = { arn, definition: definition('assembly'), roleArn: ROLE, alias: 'live' };
  bench.service.registerStateMachine(registration);
  await bench.call('UpdateStateMachine', {
    stateMachineArn: arn,
    definition: definition('published'),
    publish: true,
  });
  await bench.call('UpdateStateMachineAlias', {
    stateMachineAliasArn: `${arn}:live`,
    routingConfiguration: [{ stateMachineVersionArn: `${arn}:2`, weight: 100 }],
  });
  expect(bench.service.registerStateMachine(registration).changed).toBe(false);
  expect(await outputs(bench, `${arn}:live`, 1)).toEqual(['"published"']);
});

test('Express is refused by name', async () => {
  const input = { name: 'm', definition: definition('x'), roleArn: ROLE, type: 'EXPRESS' };
  await expect(new Bench().call('CreateStateMachine', input)).rejects.toMatchObject({
    name: 'StateMachineTypeNotSupported',
  });
});

test('tags can be set, listed and removed', async () => {
  const bench = new Bench();
  const resourceArn = await bench.create('m', only({ Type: 'Succeed' }));
  await bench.call('TagResource', {
    resourceArn,
    tags: [
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ],
  });
  await bench.call('UntagResource', { resourceArn, tagKeys: ['a'] });
  expect(await bench.call('ListTagsForResource', { resourceArn })).toEqual({
    tags: [{ key: 'b', value: '2' }],
  });
});

test('a resource has 50 tags at most', async () => {
  const bench = new Bench();
  const resourceArn = await bench.create('m', only({ Type: 'Succeed' }));
  const tags = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: `k${from + index}`, value: '' }));
  await bench.call('TagResource', { resourceArn, tags: tags(0, 50) });
  await bench.call('TagResource', { resourceArn, tags: tags(0, 50) });
  await expect(bench.call('TagResource', { resourceArn, tags: tags(50, 1) })).rejects.toMatchObject({
    name: 'TooManyTags',
  });
  await expect(bench.call('ListTagsForResource', { resourceArn: 'x' })).rejects.toMatchObject({
    name: 'InvalidArn',
    message: "Invalid Arn: 'Invalid ARN prefix: x'",
  });
});

test('only an alias is deleted as one', async () => {
  const bench = new Bench();
  const machine = await bench.create('m', only({ Type: 'Succeed' }));
  for (const stateMachineAliasArn of [machine, `${machine}:1`])
    await expect(bench.call('DeleteStateMachineAlias', { stateMachineAliasArn })).rejects.toMatchObject({
      name: 'ValidationException',
    });
  expect(await bench.call('DeleteStateMachineAlias', { stateMachineAliasArn: `${machine}:gone` })).toEqual(
    {},
  );
});

test('a machine made anew has none of the executions of the one that was deleted', async () => {
  const bench = new Bench();
  const machine = await bench.create('m', only({ Type: 'Succeed' }));
  await bench.start(machine);
  await bench.call('DeleteStateMachine', { stateMachineArn: machine });
  bench.now += 1000;
  await bench.create('m', only({ Type: 'Succeed' }));
  const newest = await bench.start(machine);
  const { executions } = await bench.call('ListExecutions', { stateMachineArn: machine });
  expect(executions).toMatchObject([{ executionArn: newest }]);
});

function request(operation: string, body: string): AwsRequest {
  return {
    method: 'POST',
    path: '/',
    query: new URLSearchParams(),
    headers: { 'x-amz-target': `AWSStepFunctions.${operation}` },
    body: Buffer.from(body),
    caller: { name: 'f', roleArn: ROLE },
  };
}

test('a request asks IAM for its operation on the resource it names', () => {
  const { service } = new Bench();
  const ask = (operation: string, input: object) =>
    service.permissions(request(operation, JSON.stringify(input)));
  const machine = 'arn:aws:states:eu-central-1:123456789012:stateMachine:m';
  const execution = 'arn:aws:states:eu-central-1:123456789012:execution:m:e';
  expect(ask('StartExecution', { stateMachineArn: `${machine}:live` })).toEqual([
    { action: 'states:StartExecution', resource: machine },
  ]);
  expect(ask('StopExecution', { executionArn: execution })).toEqual([
    { action: 'states:StopExecution', resource: execution },
  ]);
  expect(ask('ListStateMachines', {})).toEqual([{ action: 'states:ListStateMachines', resource: '*' }]);
});

test('a request that is no JSON asks for nothing and is refused', async () => {
  const { service } = new Bench();
  const broken = request('StartExecution', '{');
  expect(service.permissions(broken)).toEqual([]);
  const { status, body } = await service.handle(broken);
  expect(status).toBe(400);
  expect(body).toContain('SerializationException');
});

test('publishing along with a change takes both permissions; an alias is made below its machine', () => {
  const place = { region: 'us-east-1', account: '123456789012' };
  const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:m';
  expect(permissionsOf('UpdateStateMachine', { stateMachineArn: arn, publish: true }, place)).toEqual([
    { action: 'states:UpdateStateMachine', resource: arn },
    { action: 'states:PublishStateMachineVersion', resource: arn },
  ]);
  const routing = [{ stateMachineVersionArn: `${arn}:1`, weight: 100 }];
  expect(
    permissionsOf('CreateStateMachineAlias', { name: 'live', routingConfiguration: routing }, place),
  ).toEqual([{ action: 'states:CreateStateMachineAlias', resource: arn }]);
});
