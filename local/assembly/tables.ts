import * as z from 'zod';
import type { ResourceGraph, ResolvedResource } from './graph.ts';
import { propertiesOf } from './properties.ts';
import { arn } from './identity.ts';
import type { JsonObject } from './json.ts';
import type { TableModel } from './model.ts';

const json = z.json();
const properties = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: json, Projection: json }))
    .optional(),
  LocalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), KeySchema: json, Projection: json }))
    .optional(),
  // TableV2 names the key for each replica; the stack has one region.
  SSESpecification: z.object({ KMSMasterKeyId: z.string().optional() }).optional(),
  Replicas: z
    .array(z.object({ SSESpecification: z.object({ KMSMasterKeyId: z.string().optional() }).optional() }))
    .default([]),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.boolean() })
    .optional(),
});

function toModel(resource: ResolvedResource): TableModel {
  const { logicalId, name } = resource;
  const declared = propertiesOf(properties, resource);
  const partitionKey = declared.KeySchema.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
  if (partitionKey === undefined) throw new Error(`${logicalId}: the table has no partition key`);
  const tableArn = arn('dynamodb', `table/${name}`);
  const stream = declared.StreamSpecification;
  const create: JsonObject = {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: declared.KeySchema,
    AttributeDefinitions: declared.AttributeDefinitions,
  };
  if (declared.GlobalSecondaryIndexes !== undefined)
    create['GlobalSecondaryIndexes'] = declared.GlobalSecondaryIndexes;
  if (declared.LocalSecondaryIndexes !== undefined)
    create['LocalSecondaryIndexes'] = declared.LocalSecondaryIndexes;
  if (stream !== undefined) {
    create['StreamSpecification'] = { StreamEnabled: true, StreamViewType: stream.StreamViewType };
  }
  return {
    logicalId,
    name,
    arn: tableArn,
    streamArn: stream === undefined ? undefined : `${tableArn}/stream/2026-01-01T00:00:00.000`,
    partitionKey,
    keyArn:
      declared.SSESpecification?.KMSMasterKeyId ?? declared.Replicas[0]?.SSESpecification?.KMSMasterKeyId,
    ttlAttribute: declared.TimeToLiveSpecification?.AttributeName,
    create,
  };
}

/** Every table of the stack: `AWS::DynamoDB::Table` and the single-region `AWS::DynamoDB::GlobalTable` of CDK's TableV2. */
export function readTables(graph: ResourceGraph): TableModel[] {
  return [...graph.all('AWS::DynamoDB::Table'), ...graph.all('AWS::DynamoDB::GlobalTable')].map(toModel);
}
