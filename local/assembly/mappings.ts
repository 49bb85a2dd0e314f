import * as z from 'zod';
import type { ResourceGraph } from './graph.ts';
import { propertiesOf } from './properties.ts';
import { stableUuid } from './identity.ts';
import { isObject, parseJson } from './json.ts';
import type { FunctionModel, StreamMappingModel } from './model.ts';

const count = z.coerce.number();
/** -1 stands for "no limit" in the template. */
const limit = count.transform((value) => (value < 0 ? undefined : value)).optional();

// Strict, so that a setting the laptop would not honour stops the start instead of being dropped.
const mapping = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: count.default(100),
  // How long a batch may wait to fill up: on the laptop it never waits.
  MaximumBatchingWindowInSeconds: count.optional(),
  // Shards in parallel: order per item is the same with one.
  ParallelizationFactor: count.optional(),
  // The table is created together with its mapping, so both positions are its beginning.
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: limit,
  MaximumRecordAgeInSeconds: limit,
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  MetricsConfig: z.unknown().optional(),
  KmsKeyArn: z.string().optional(),
  Tags: z.unknown().optional(),
});

function filter(id: string, pattern: string): StreamMappingModel['filters'][number] {
  const parsed = parseJson(pattern);
  if (!isObject(parsed)) throw new Error(`${id}: a filter pattern must be an object`);
  return parsed;
}

/** Every mapping from a table's stream to a function. */
export function readStreamMappings(
  graph: ResourceGraph,
  functions: readonly FunctionModel[],
): StreamMappingModel[] {
  return graph.all('AWS::Lambda::EventSourceMapping').flatMap((resource) => {
    const { logicalId } = resource;
    const declared = propertiesOf(mapping, resource);
    if (!declared.Enabled) return [];
    if (!declared.EventSourceArn.includes(':dynamodb:')) {
      throw new Error(
        `${logicalId}: only DynamoDB streams are supported as event sources, not ${declared.EventSourceArn}`,
      );
    }
    const target = functions.find(
      ({ name, arn }) => declared.FunctionName === name || declared.FunctionName === arn,
    );
    if (target === undefined)
      throw new Error(`${logicalId}: no function ${declared.FunctionName} in the stack`);
    return [
      {
        id: stableUuid(logicalId),
        streamArn: declared.EventSourceArn,
        functionArn: target.arn,
        batchSize: declared.BatchSize,
        filters: (declared.FilterCriteria?.Filters ?? []).map(({ Pattern }) => filter(logicalId, Pattern)),
        bisectOnError: declared.BisectBatchOnFunctionError,
        maximumRetries: declared.MaximumRetryAttempts,
        maximumAgeSeconds: declared.MaximumRecordAgeInSeconds,
        reportsItemFailures: declared.FunctionResponseTypes.length > 0,
        failureArn: declared.DestinationConfig?.OnFailure.Destination,
      },
    ];
  });
}
