import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DataKey } from '../../infra/constructs/data-key.ts';
import { placeholdersOf, Workflow } from '../../infra/constructs/workflow.ts';
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
const machines = all('AWS::StepFunctions::StateMachine', machine).map(({ id, properties }) => ({
  id,
  name: properties.StateMachineName.replace('hearback-prod-', ''),
  ...properties,
}));
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

  test('may call the steps it names and no others', () => {
    const steps = substitutions.map(([, value]) => value).filter((value) => value.startsWith('<Steps'));
    expect(granted(deployed.RoleArn, 'lambda:InvokeFunction').sort()).toEqual(steps.sort());
  });

  test('may run the machines it names, each by its version', () => {
    const children = substitutions.filter(([, value]) => value.startsWith('<Workflows'));
    expect(children.every(([, value]) => /Version\w+>$/.test(value))).toBe(true);
    expect(granted(deployed.RoleArn, 'states:StartExecution')).toHaveLength(children.length);
  });

  test('keeps its history to itself', () => {
    expect(deployed.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: false });
    expect(deployed.EncryptionConfiguration.Type).toBe('CUSTOMER_MANAGED_KMS_KEY');
    expect(deployed.TracingConfiguration.Enabled).toBe(true);
  });

  test('has a version that outlives the next deployment, and the alias live on it', () => {
    const revision = z.looseObject({ StateMachineRevisionId: z.unknown().transform(flat) });
    const version = all('AWS::StepFunctions::StateMachineVersion', revision).find(
      ({ properties }) => properties.StateMachineRevisionId === `<${deployed.id}.StateMachineRevisionId>`,
    );
    expect(version?.deletion).toBe('Retain');
    const route = z.object({
      Name: z.literal('live'),
      RoutingConfiguration: z.tuple([
        z.object({ StateMachineVersionArn: z.unknown().transform(flat), Weight: z.literal(100) }),
      ]),
    });
    const routes = all('AWS::StepFunctions::StateMachineAlias', route).map(
      ({ properties }) => properties.RoutingConfiguration[0].StateMachineVersionArn,
    );
    expect(routes).toContain(`<${version?.id}>`);
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
      supply: () => undefined,
      dataKey,
      tracing: false,
    });
  expect(make).toThrow(/lost\.asl\.json names \$\{TeleportArn\}/);
});
