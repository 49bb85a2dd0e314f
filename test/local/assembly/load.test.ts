import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAssembly } from '../../../local/assembly/load.ts';
import type { Model } from '../../../local/assembly/model.ts';
import { fixture, type Assembly } from '../fixture/assembly.ts';

let assembly: Assembly;
beforeAll(() => {
  assembly = fixture();
});
afterAll(() => assembly.dispose());

/** An assembly written by hand: stacks by name, each with its resources. */
function load(stacks: Record<string, object>): Model {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-assembly-'));
  try {
    const artifacts = Object.keys(stacks).map((name) => [
      name,
      { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.json` } },
    ]);
    writeFileSync(
      join(directory, 'manifest.json'),
      JSON.stringify({ artifacts: Object.fromEntries(artifacts) }),
    );
    for (const [name, Resources] of Object.entries(stacks)) {
      writeFileSync(join(directory, `${name}.json`), JSON.stringify({ Resources }));
    }
    return loadAssembly(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describe('the model of an assembly', () => {
  test('has functions with their bundle, role and environment, and a machine with its substitutions made', () => {
    const model = loadAssembly(assembly.directory);
    const consumer = model.functions.find(({ handler }) => handler === 'index.consumer');
    const [machine] = model.stateMachines;
    const [table] = model.tables;
    expect(consumer).toMatchObject({
      timeoutSeconds: 20,
      environment: { TABLE_NAME: table?.name, MACHINE_ARN: machine?.arn },
    });
    expect(consumer?.directory).toContain(assembly.directory);
    expect(machine?.definition).toContain(
      model.functions.find(({ handler }) => handler === 'index.step')?.arn,
    );
    expect(model.streamMappings).toMatchObject([{ functionArn: consumer?.arn, streamArn: table?.streamArn }]);
    const role = model.roles.find(({ arn }) => arn === consumer?.roleArn);
    expect(JSON.stringify(role?.policies)).toContain('states:StartExecution');
    expect(model.rules.map(({ busName, schedule }) => [busName === 'default', schedule])).toEqual([
      [false, undefined],
      [true, 'rate(1 hour)'],
    ]);
  });

  test('gives the same names on every reading', () => {
    const names = (): string[] => loadAssembly(assembly.directory).functions.map(({ arn }) => arn);
    expect(names()).toEqual(names());
  });

  test('leaves out what has no local meaning', () => {
    const model = load({ Some: { Alarm: { Type: 'AWS::CloudWatch::Alarm' } } });
    expect(model.resources).toEqual([]);
  });
});

describe('refused by logical id', () => {
  test.each<[string, Record<string, object>, RegExp]>([
    [
      'a resource type nobody here knows',
      { Cache: { Type: 'AWS::ElastiCache::CacheCluster' } },
      /does not know these resources: Cache \(AWS::ElastiCache::CacheCluster\)/,
    ],
    [
      'a runtime that is not Node.js',
      {
        Snake: {
          Type: 'AWS::Lambda::Function',
          Properties: { Code: { S3Key: 'x' }, Role: 'r', Handler: 'a.b', Runtime: 'python3.14' },
        },
      },
      /Snake: runtime python3.14 is not supported/,
    ],
    [
      'an AWS managed policy that allows what local services ask for',
      {
        Mighty: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {},
            ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
          },
        },
      },
      /Mighty: the AWS managed policy arn:aws:iam::aws:policy\/AdministratorAccess/,
    ],
    [
      'an event source that is no table',
      {
        Poll: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: 'arn:aws:sqs:x', FunctionName: 'f', StartingPosition: 'LATEST' },
        },
      },
      /Poll: only DynamoDB streams are supported/,
    ],
    [
      'a property it cannot read, by resource and name',
      { Odd: { Type: 'AWS::Events::Rule', Properties: { Targets: [{ Arn: 'a', EcsParameters: {} }] } } },
      /Odd \(AWS::Events::Rule\) cannot run on the laptop:[^]*EcsParameters/,
    ],
    [
      'a definition with a placeholder nobody supplies',
      {
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: '{"x": "${Missing}"}', RoleArn: 'r' },
        },
      },
      /Machine: the definition names \$\{Missing\}/,
    ],
  ])('%s', (_name, resources, message) => {
    expect(() => load({ Some: resources })).toThrow(message);
  });

  test('more than one stack', () => {
    expect(() => load({ One: {}, Two: {} })).toThrow('exactly one stack is supported, found: One, Two');
  });
});
