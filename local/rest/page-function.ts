import { runInNewContext } from 'node:vm';
import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

const functionSchema = z.looseObject({ FunctionCode: z.string() });

const distributionSchema = z.looseObject({
  DistributionConfig: z.looseObject({
    DefaultCacheBehavior: z.looseObject({
      FunctionAssociations: z
        .array(
          z.looseObject({
            EventType: z.enum(['viewer-request', 'viewer-response']),
            FunctionARN: z.string(),
          }),
        )
        .default([]),
    }),
  }),
});

const handler = z.function({
  input: [z.unknown()],
  output: z.looseObject({ uri: z.string().optional(), statusCode: z.int().optional() }),
});

/** What CloudFront's functions make of an address: the file the bucket is asked for, and the status of its reply. */
export interface PageFunction {
  fileOf(uri: string): string;
  statusOf(uri: string, status: number): number;
}

/**
 * The template's own functions for pages, run as CloudFront runs them. Without any an address is a file.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function pageFunction(resources: readonly Resource[]): PageFunction {
  const codes = new Map(
    resourcesOf(resources, 'AWS::CloudFront::Function', functionSchema).map(({ physicalId, properties }) => [
      physicalId,
      handler.implement(runInNewContext(`${properties.FunctionCode}\nhandler`)),
    ]),
  );
  const [distribution] = resourcesOf(resources, 'AWS::CloudFront::Distribution', distributionSchema);
  const associations =
    distribution?.properties.DistributionConfig.DefaultCacheBehavior.FunctionAssociations ?? [];
  const at = (eventType: string) => {
    const association = associations.find(({ EventType }) => EventType === eventType);
    if (association === undefined) return undefined;
    const code = codes.get(association.FunctionARN);
    if (code === undefined)
      throw new Error(`the distribution names a function that is not there: ${association.FunctionARN}`);
    return code;
  };
  const [onRequest, onReply] = [at('viewer-request'), at('viewer-response')];
  const event = (eventType: string, uri: string) => ({ context: { eventType }, request: { uri } });
  return {
    fileOf: (uri) => onRequest?.(event('viewer-request', uri)).uri ?? uri,
    statusOf: (uri, statusCode) =>
      onReply?.({ ...event('viewer-response', uri), response: { statusCode } }).statusCode ?? statusCode,
  };
}
