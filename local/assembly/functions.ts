import * as z from 'zod';
import type { ResourceGraph, ResolvedResource } from './graph.ts';
import { propertiesOf } from './properties.ts';
import { arn } from './identity.ts';
import { ignoredFunctions } from './ignored.ts';
import type { FunctionModel } from './model.ts';

const properties = z.object({
  Code: z.object({ S3Key: z.string().optional(), ZipFile: z.string().optional() }),
  Handler: z.string(),
  Runtime: z.string(),
  Role: z.string(),
  Environment: z
    .object({ Variables: z.record(z.string(), z.coerce.string()).default({}) })
    .default({ Variables: {} }),
  Timeout: z.coerce.number().default(3),
  MemorySize: z.coerce.number().default(128),
  ReservedConcurrentExecutions: z.coerce.number().optional(),
});

const invokeConfig = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.coerce.number().default(2),
  DestinationConfig: z
    .object({ OnFailure: z.object({ Destination: z.string() }).optional(), OnSuccess: z.never().optional() })
    .default({}),
});

function bundle(graph: ResourceGraph, id: string, code: z.infer<typeof properties>['Code']): string {
  if (code.S3Key === undefined)
    throw new Error(`${id}: inline code is not supported on the laptop; use an asset`);
  const directory = graph.assets.get(code.S3Key);
  if (directory === undefined) throw new Error(`${id}: the assembly has no asset ${code.S3Key}`);
  return directory;
}

function toModel(
  graph: ResourceGraph,
  resource: ResolvedResource,
  configs: readonly z.infer<typeof invokeConfig>[],
): FunctionModel {
  const { logicalId, name } = resource;
  const declared = propertiesOf(properties, resource);
  if (!declared.Runtime.startsWith('nodejs')) {
    throw new Error(`${logicalId}: runtime ${declared.Runtime} is not supported on the laptop`);
  }
  const config = configs.find(({ FunctionName }) => FunctionName === name);
  return {
    logicalId,
    name,
    arn: arn('lambda', `function:${name}`),
    directory: bundle(graph, logicalId, declared.Code),
    handler: declared.Handler,
    environment: declared.Environment.Variables,
    roleArn: declared.Role,
    timeoutSeconds: declared.Timeout,
    memoryMegabytes: declared.MemorySize,
    reservedConcurrency: declared.ReservedConcurrentExecutions,
    asyncRetries: config?.MaximumRetryAttempts ?? 2,
    asyncFailureArn: config?.DestinationConfig.OnFailure?.Destination,
  };
}

/** Every function of the stack except those CDK adds for its own custom resources. */
export function readFunctions(graph: ResourceGraph): FunctionModel[] {
  const configs = graph
    .all('AWS::Lambda::EventInvokeConfig')
    .map((resource) => propertiesOf(invokeConfig, resource));
  return graph
    .ids('AWS::Lambda::Function')
    .filter((id) => !ignoredFunctions.some((pattern) => pattern.test(id)))
    .map((id) => toModel(graph, graph.resource(id), configs));
}
