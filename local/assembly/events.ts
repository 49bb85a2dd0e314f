import * as z from 'zod';
import type { ResourceGraph } from './graph.ts';
import { propertiesOf } from './properties.ts';
import { arn } from './identity.ts';
import type { RuleModel, ScheduleModel, TargetModel } from './model.ts';

const retries = z.object({
  MaximumRetryAttempts: z.coerce.number().default(185),
  MaximumEventAgeInSeconds: z.coerce.number().optional(),
});
const deadLetters = z.object({ Arn: z.string() });

// Strict: a target with settings for a kind the laptop does not run (ECS, Batch, …) stops the start.
const target = z.strictObject({
  Id: z.string().default('target'),
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .strictObject({ InputPathsMap: z.record(z.string(), z.string()).default({}), InputTemplate: z.string() })
    .optional(),
  DeadLetterConfig: deadLetters.optional(),
  RetryPolicy: retries.optional(),
});

const rule = z.object({
  EventBusName: z.string().default('default'),
  EventPattern: z.record(z.string(), z.json()).optional(),
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  Targets: z.array(target).default([]),
});

const schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.string().default('ENABLED'),
  StartDate: z.string().optional(),
  EndDate: z.string().optional(),
  GroupName: z.string().default('default'),
  Target: target,
});

function toTarget(declared: z.infer<typeof target>): TargetModel {
  const transformer = declared.InputTransformer;
  return {
    id: declared.Id,
    arn: declared.Arn,
    roleArn: declared.RoleArn,
    input: declared.Input,
    inputPath: declared.InputPath,
    transformer: transformer && { paths: transformer.InputPathsMap, template: transformer.InputTemplate },
    failureArn: declared.DeadLetterConfig?.Arn,
    maximumRetries: declared.RetryPolicy?.MaximumRetryAttempts ?? 185,
  };
}

/** Every enabled EventBridge rule, by pattern or by schedule. A bus may be named by name or ARN. */
export function readRules(graph: ResourceGraph): RuleModel[] {
  return graph.all('AWS::Events::Rule').flatMap((resource) => {
    const { logicalId, name } = resource;
    const declared = propertiesOf(rule, resource);
    if (declared.State === 'DISABLED') return [];
    return [
      {
        name,
        arn: graph.attribute(logicalId, 'Arn'),
        busName: declared.EventBusName.replace(/^arn:.*event-bus\//, ''),
        pattern: declared.EventPattern,
        schedule: declared.ScheduleExpression,
        targets: declared.Targets.map(toTarget),
      },
    ];
  });
}

/** Every enabled EventBridge Scheduler schedule. */
export function readSchedules(graph: ResourceGraph): ScheduleModel[] {
  return graph.all('AWS::Scheduler::Schedule').flatMap((resource) => {
    const { name } = resource;
    const declared = propertiesOf(schedule, resource);
    if (declared.State === 'DISABLED') return [];
    return [
      {
        name,
        arn: arn('scheduler', `schedule/${declared.GroupName}/${name}`),
        expression: declared.ScheduleExpression,
        zone: declared.ScheduleExpressionTimezone,
        startDate: declared.StartDate,
        endDate: declared.EndDate,
        target: toTarget(declared.Target),
      },
    ];
  });
}
