import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { inRepository } from '../../infra/paths.ts';
import { flat, synthesize } from './synthesized.ts';

const runbook = readFileSync(inRepository('docs/runbook.md'), 'utf8');
const alarm = z.looseObject({
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()),
  OKActions: z.array(z.unknown()),
});
const stack = synthesize();
const alarms = stack.all('AWS::CloudWatch::Alarm', alarm).map(({ properties }) => properties);
const linked = alarms.map(
  ({ AlarmDescription }) => /docs\/runbook\.md#([a-z-]+)$/.exec(AlarmDescription)?.[1],
);
/** Sections below "Alarms", as GitHub makes anchors of their headings. */
const sections = [
  ...(runbook.split(/^## Alarms$/m)[1]?.split(/^## /m)[0] ?? '').matchAll(/^### (.+)$/gm),
].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
);

test('Every alarm links a section of the runbook, and every section is of an alarm', () => {
  expect(new Set(linked)).toEqual(new Set(sections));
  expect(linked).toHaveLength(sections.length);
});

test('Every alarm says who is hurt before it says where to read', () => {
  for (const { AlarmDescription } of alarms)
    expect(AlarmDescription).toMatch(/^[A-Z].*(?:andidate|pplicant|obody|journeys|behind).*\. Runbook: /);
});

test('Every alarm tells when it begins and when it is over', () => {
  for (const { AlarmActions, OKActions } of alarms)
    expect([AlarmActions.length, OKActions.length]).toEqual([1, 1]);
});

test('Alarms may publish to their topic', () => {
  stack.template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
      ]),
    },
  });
});

test('The dashboard shows the errors of every function', () => {
  const [board] = stack.all('AWS::CloudWatch::Dashboard', z.looseObject({ DashboardBody: z.unknown() }));
  const shown = flat(board?.properties.DashboardBody);
  const ours = stack
    .all('AWS::Lambda::Function', z.looseObject({ LoggingConfig: z.optional(z.unknown()) }))
    .filter(({ id }) => !id.startsWith('Custom'));
  expect(ours.length).toBeGreaterThan(25);
  expect(ours.filter(({ id }) => !shown.includes(`"FunctionName","<${id}>"`)).map(({ id }) => id)).toEqual(
    [],
  );
});
