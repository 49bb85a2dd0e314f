import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DataKey } from '../../infra/constructs/data-key.ts';
import { stepNames } from '../../infra/constructs/steps.ts';
import { Workflow } from '../../infra/constructs/workflow.ts';
import { childrenOf, placeholdersOf } from '../../domain/workflows/placeholders.ts';
import { workflowNames } from '../../infra/constructs/workflows.ts';
import { inRepository } from '../../infra/paths.ts';
import { flat, policy, synthesize } from './synthesized.ts';

const { all } = synthesize();
const machine = z.looseObject({
  StateMachineName: z.string(),
  DefinitionString: z.string(),
  DefinitionSubstitutions: z.record(z.string(), z.unknown().transform(flat)),
  RoleArn: z.unknown().transform((role) => flat(role).replace('.Arn', '')),
  LoggingConfiguration: z.looseObject({ IncludeExecutionData: z.boolean(), Level: z.string() }),
  EncryptionConfiguration: z.looseObject({ Type: z.string() }),
  TracingConfiguration: z.object({ Enabled: z.boolean() }),
});
/** All but the machine that carries out proofs. */
const machines = all('AWS::StepFunctions::StateMachine', machine)
  .map(({ id, properties }) => ({
    id,
    name: properties.StateMachineName.replace('hearback-prod-', ''),
    ...properties,
  }))
  .filter(({ name }) => name !== 'prove');
const granted = (role: string, action: string): string[] =>
  all('AWS::IAM::Policy', policy)
    .filter(({ properties }) => properties.Roles.includes(role))
    .flatMap(({ properties }) => properties.PolicyDocument.Statement)
    .filter(({ Action }) => Action.includes(action))
    .flatMap(({ Resource }) => Resource);

test('Every workflow of the repository is a machine', () => {
  expect(machines.map(({ name }) => name).sort()).toEqual([...workflowNames].sort());
});

describe.each(machines)('Machine $name', (deployed) => {
  const substitutions = Object.entries(deployed.DefinitionSubstitutions);

  test('runs the file as it is, every placeholder supplied and every supply used', () => {
    expect(deployed.DefinitionString).toBe(
      readFileSync(inRepository(`workflows/${deployed.name}.asl.json`), 'utf8'),
    );
    expect(substitutions.map(([name]) => name).sort()).toEqual(
      [...placeholdersOf(deployed.DefinitionString)].sort(),
    );
  });

  test('may call every step there is, and nothing but steps', () => {
    const functions = granted(deployed.RoleArn, 'lambda:InvokeFunction');
    expect(functions).toHaveLength(stepNames.length);
    expect(functions.every((arn) => arn.startsWith('<Steps'))).toBe(true);
  });

  test('may run the machines below it and no others, so never itself', () => {
    const below = workflowNames.slice(
      0,
      workflowNames.findIndex((name) => name === deployed.name),
    );
    const started = granted(deployed.RoleArn, 'states:StartExecution');
    expect(started.map((arn) => arn.replace(/.*:stateMachine:hearback-prod-/, '')).sort()).toEqual(
      [...below].sort(),
    );
    expect(below).toEqual(expect.arrayContaining([...childrenOf(deployed.DefinitionString)]));
  });

  test('keeps its history to itself', () => {
    expect(deployed.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    expect(deployed.EncryptionConfiguration.Type).toBe('CUSTOMER_MANAGED_KMS_KEY');
    expect(deployed.TracingConfiguration.Enabled).toBe(true);
  });
});

test('A definition that names something nobody supplies is refused by file and name', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'hearback-')), 'lost.asl.json');
  writeFileSync(file, '{"Resource": "${TeleportArn}"}');
  const stack = new Stack(new App(), 'Test');
  const dataKey = new DataKey(stack, 'Key', { removalPolicy: RemovalPolicy.DESTROY });
  const make = () =>
    new Workflow(stack, 'Lost', {
      file,
      stateMachineName: 'lost',
      supplies: new Map(),
      dataKey,
      tracing: false,
    });
  expect(make).toThrow(/lost\.asl\.json names \$\{TeleportArn\}/);
});
