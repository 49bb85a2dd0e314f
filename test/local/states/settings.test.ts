import { expect, test } from 'vitest';

import type { JsonObject } from '../../../simulator/asl/json.ts';
import { Bench, ROLE, only, text } from './bench.ts';

const definition = JSON.stringify({ QueryLanguage: 'JSONata', ...only({ Type: 'Succeed' }) });
const create = (bench: Bench, more: JsonObject = {}) =>
  bench.call('CreateStateMachine', { name: 'm', definition, roleArn: ROLE, ...more });

test('creating again is the same request only if it publishes alike', async () => {
  const bench = new Bench();
  const published = { publish: true, versionDescription: 'first' };
  const made = await create(bench, published);
  expect(await create(bench, published)).toEqual(made);
  for (const other of [{}, { publish: true }, { publish: true, versionDescription: 'other' }])
    await expect(create(bench, other)).rejects.toMatchObject({ name: 'StateMachineAlreadyExists' });
  const shown = await bench.call('DescribeStateMachine', { stateMachineArn: text(made['stateMachineArn']) });
  expect(shown).not.toHaveProperty('created');
});

test('a level of logging is one that there is, and what is logged goes to one place', async () => {
  const bench = new Bench();
  await expect(create(bench, { loggingConfiguration: { level: 'foo' } })).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value 'foo' at 'loggingConfiguration.level' failed to satisfy constraint: Member must satisfy enum value set: [ALL, ERROR, FATAL, OFF]",
  });
  const nowhere = { loggingConfiguration: { level: 'ALL', destinations: [] } };
  await expect(create(bench, nowhere)).rejects.toMatchObject({ name: 'InvalidLoggingConfiguration' });
  const { stateMachineArn = '' } = await create(bench);
  await expect(bench.call('UpdateStateMachine', { stateMachineArn, ...nowhere })).rejects.toMatchObject({
    name: 'InvalidLoggingConfiguration',
    message: 'Invalid Logging Configuration: Must specify exactly one Log Destination.',
  });
});

test('a version keeps the settings it was published with', async () => {
  const bench = new Bench();
  const { stateMachineArn, stateMachineVersionArn = '' } = await create(bench, { publish: true });
  const machine = text(stateMachineArn);
  const tracingConfiguration = { enabled: true };
  await bench.call('UpdateStateMachine', { stateMachineArn: machine, tracingConfiguration });
  const shown = (arn: string) => bench.call('DescribeStateMachine', { stateMachineArn: arn });
  expect(await shown(machine)).toMatchObject({ tracingConfiguration });
  expect(await shown(text(stateMachineVersionArn))).toMatchObject({
    tracingConfiguration: { enabled: false },
    loggingConfiguration: { level: 'OFF' },
  });
});

test.each([
  ['type', 'FAST', 'STANDARD, EXPRESS'],
  ['severity', 'INFO', 'ERROR, WARNING'],
])('a definition is validated for a %s that there is', async (field, value, known) => {
  const asked = new Bench().call('ValidateStateMachineDefinition', { definition, [field]: value });
  await expect(asked).rejects.toMatchObject({
    name: 'ValidationException',
    message: `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: Member must satisfy enum value set: [${known}]`,
  });
});

test('maxResults is a whole number', async () => {
  await expect(new Bench().call('ListStateMachines', { maxResults: 1.5 })).rejects.toMatchObject({
    name: 'SerializationException',
  });
});
