import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

const corsRule = z.looseObject({
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  AllowedHeaders: z.array(z.string()).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
});
export type CorsRule = z.output<typeof corsRule>;

const bucketSchema = z.looseObject({
  BucketName: z.string().optional(),
  CorsConfiguration: z.looseObject({ CorsRules: z.array(corsRule) }).optional(),
  NotificationConfiguration: z
    .looseObject({
      EventBridgeConfiguration: z.looseObject({ EventBridgeEnabled: z.boolean().default(true) }).optional(),
    })
    .optional(),
  BucketEncryption: z
    .looseObject({
      ServerSideEncryptionConfiguration: z.array(
        z.looseObject({
          ServerSideEncryptionByDefault: z.looseObject({ KMSMasterKeyID: z.string().optional() }).optional(),
        }),
      ),
    })
    .optional(),
});

export interface Bucket {
  readonly name: string;
  readonly arn: string;
  readonly cors: readonly CorsRule[];
  readonly publishesEvents: boolean;
  /** ARN of the customer managed key that encrypts its objects, if one does. */
  readonly keyArn: string | undefined;
}

/**
 * Reads the template's buckets, by name. Versioning and lifecycle rules have no effect on the laptop: only the
 * newest version of an object is kept, until it is deleted.
 */
export function readBuckets(resources: readonly Resource[]): ReadonlyMap<string, Bucket> {
  return new Map(
    resourcesOf(resources, 'AWS::S3::Bucket', bucketSchema).map(({ physicalId, properties }) => {
      const name = properties.BucketName ?? physicalId;
      const encryption = properties.BucketEncryption?.ServerSideEncryptionConfiguration[0];
      const bucket: Bucket = {
        name,
        arn: `arn:aws:s3:::${name}`,
        cors: properties.CorsConfiguration?.CorsRules ?? [],
        publishesEvents:
          properties.NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
        keyArn: encryption?.ServerSideEncryptionByDefault?.KMSMasterKeyID,
      };
      return [name, bucket];
    }),
  );
}
