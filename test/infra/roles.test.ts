import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { stepNames } from '../../infra/constructs/steps.ts';
import { inRepository } from '../../infra/paths.ts';
import { flat, policy, synthesize } from './synthesized.ts';

const { all } = synthesize();
const statements = all('AWS::IAM::Policy', policy).flatMap(({ id, properties }) =>
  properties.PolicyDocument.Statement.map((statement) => ({ id, roles: properties.Roles, ...statement })),
);

const fn = z.looseObject({
  Role: z.unknown().transform((role) => flat(role).replace('.Arn', '')),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
const functions = all('AWS::Lambda::Function', fn).map(({ properties }) => ({
  name: String(properties.Environment.Variables['POWERTOOLS_SERVICE_NAME']),
  role: properties.Role,
  variables: Object.keys(properties.Environment.Variables).filter((name) => !name.startsWith('POWERTOOLS_')),
}));

/** What every function may do: write its log and its traces, and use the key through the services it may use. */
const common = /^(?:logs|xray):|^kms:(?:Decrypt|DescribeKey|Encrypt|GenerateDataKey)$/;

function actionsOf(role: string): string[] {
  const own = statements.filter(({ roles }) => roles.includes(role)).flatMap(({ Action }) => Action);
  return [...new Set(own)].filter((action) => !common.test(action)).sort();
}

const items = [
  'dynamodb:ConditionCheckItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
];
const erasing = [
  ...items,
  'dynamodb:DeleteItem',
  's3:DeleteObject',
  's3:ListBucket',
  's3:PutObject',
  'ses:SendEmail',
  'states:StopExecution',
];
const routing = [
  'states:CreateStateMachineAlias',
  'states:DescribeStateMachineAlias',
  'states:UpdateStateMachineAlias',
];
const publishing = [
  ...routing,
  'iam:PassRole',
  'states:DescribeStateMachine',
  'states:PublishStateMachineVersion',
  'states:UpdateStateMachine',
];
const plain = Object.fromEntries(stepNames.map((name): [string, string[]] => [name, items]));
const expected: Record<string, string[]> = {
  ...plain,
  'send-message': [...items, 'kms:GenerateMac', 'ses:SendEmail'],
  'open-gate': [...items, 'states:SendTaskSuccess'],
  intake: [...items, 'kms:GenerateMac', 's3:PutObject'],
  candidate: [...items, 'kms:GenerateMac', 'kms:VerifyMac', 'states:SendTaskSuccess'],
  recruiter: [...items, 'states:DescribeExecution', 'states:SendTaskSuccess'],
  resumes: ['dynamodb:GetItem', 's3:GetObject', 's3:GetObjectTagging', 's3:ListBucket'],
  interviewer: [...items, 'kms:VerifyMac', 'states:SendTaskSuccess'],
  shop: ['dynamodb:DeleteItem', ...items],
  figures: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
  'start-journey': [
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'sqs:SendMessage',
    'states:StartExecution',
  ],
  record: [
    'dynamodb:DescribeStream',
    'dynamodb:GetItem',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'dynamodb:UpdateItem',
    'sqs:SendMessage',
  ],
  'journey-ended': [...items, 'sqs:SendMessage'],
  'thank-referrers': [...items, 'kms:GenerateMac', 'ses:SendEmail'],
  'mail-events': [...items, 'ses:SendEmail', 'sqs:SendMessage'],
  'answer-requests': [
    ...erasing,
    'kms:GenerateMac',
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'sqs:SendMessage',
  ],
  forget: erasing,
  sweep: [...items, 'states:SendTaskSuccess', 'states:StartExecution'],
  'publish-defaults': [...items, ...publishing],
  prove: items,
  'tend-releases': [...items, ...routing],
  admin: [
    ...items,
    ...publishing,
    'states:GetExecutionHistory',
    'states:ListExecutions',
    'states:StartExecution',
  ],
};

describe('Each function', () => {
  test('has a role of its own', () => {
    expect(new Set(functions.map(({ role }) => role)).size).toBe(functions.length);
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(expected).sort());
  });

  test.each(functions)('$name may do what its work needs and nothing else', ({ name, role }) => {
    expect(actionsOf(role)).toEqual([...(expected[name] ?? [])].sort());
  });
});

describe('Each handler', async () => {
  const read = await variablesRead();
  test.each(functions)('$name finds the variables it reads, and no others are set', ({ name, variables }) => {
    expect([...variables].sort()).toEqual(read.get(name));
  });
});

describe('A permission', () => {
  test('never names an action by pattern', () => {
    const patterns = statements.flatMap(({ Action }) => Action.filter((action) => action.includes('*')));
    expect(patterns).toEqual([]);
  });

  test('is for all resources only where AWS offers nothing narrower', () => {
    const open = statements.filter(({ Resource }) => Resource.includes('*')).flatMap(({ Action }) => Action);
    // X-Ray, log delivery and task tokens: the service authorization reference lists no resource type for these.
    expect(
      [...new Set(open)].filter(
        (action) =>
          !/^xray:|^states:SendTaskSuccess$|^logs:\w*(?:Delivery|Deliveries|Polic|LogGroups)/.test(action),
      ),
    ).toEqual([]);
  });

  test('lists uploads only where it sees what became of one, or deletes what nobody handed in', () => {
    const listing = functions.filter(({ role }) =>
      statements.some(
        ({ roles, Action, Condition }) =>
          roles.includes(role) &&
          Action.includes('s3:ListBucket') &&
          (Condition === undefined || JSON.stringify(Condition).includes('"quarantine/*"')),
      ),
    );
    expect(listing.map(({ name }) => name).sort()).toEqual(['forget', 'resumes']);
  });

  test('on a pattern of resources stays within what the stack owns', () => {
    const patterns = statements.flatMap(({ Resource }) =>
      Resource.filter((name) => name !== '*' && name.includes('*')),
    );
    const owned = [
      /:execution:hearback-prod-[a-z-]+:\*$/,
      /^<Resumes\w+\.Arn>\/(?:quarantine|erased)\/\*$/,
      /:hearback-prod-resumes-<AWS::AccountId>-<AWS::Region>\/\*$/,
      // GuardDuty chooses the end of this name.
      /:rule\/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3\*$/,
    ];
    expect(patterns.filter((name) => !owned.some((pattern) => pattern.test(name)))).toEqual([]);
  });
});

/** By handler, the environment variables that the code in its bundle asks for. */
async function variablesRead(): Promise<Map<string, string[]>> {
  const entries = [
    ...stepNames.map((name) => `functions/steps/${name}.ts`),
    ...['intake', 'candidate', 'recruiter', 'resumes', 'interviewer', 'shop', 'figures', 'admin'].map(
      (name) => `functions/api/${name}/handler.ts`,
    ),
    ...[
      'start-journey',
      'journey-ended',
      'mail-events',
      'record',
      'sweep',
      'thank-referrers',
      'publish-defaults',
      'prove',
      'tend-releases',
      'answer-requests',
      'forget',
    ].map((name) => `functions/events/${name}.ts`),
  ];
  const { metafile } = await build({
    entryPoints: entries,
    absWorkingDir: inRepository('.'),
    outdir: 'never-written',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = '', inputs }) => {
      const sources = Object.entries(inputs)
        .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && relative('functions', path)[0] !== '.')
        .map(([path]) => readFileSync(inRepository(path), 'utf8'));
      const names = sources.flatMap((source) =>
        [...source.matchAll(/\bvariable\.(\w+)/g)].map(([, name = '']) => name),
      );
      const asked = Object.entries(variable).filter(([name]) => names.includes(name));
      return [nameOf(entryPoint), asked.map(([, value]) => value).sort()];
    }),
  );
}

function nameOf(entry: string): string {
  return entry.replace(/^functions\/\w+\//, '').replace(/(?:\/handler)?\.ts$/, '');
}
