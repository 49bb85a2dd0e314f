import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

// Strict: whatever else a plan may ask for would not be done here, so it stops the start.
const schema = z.strictObject({
  ProtectedResource: z.strictObject({
    S3Bucket: z.strictObject({ BucketName: z.string(), ObjectPrefixes: z.array(z.string()).default(['']) }),
  }),
  Role: z.string(),
  Actions: z
    .strictObject({ Tagging: z.strictObject({ Status: z.enum(['ENABLED', 'DISABLED']) }) })
    .default({ Tagging: { Status: 'DISABLED' } }),
  Tags: z.unknown().optional(),
});

/** What of a bucket is scanned, under which role, and whether the result is put on the object. */
export interface Plan {
  readonly name: string;
  readonly bucket: string;
  readonly prefixes: readonly string[];
  readonly roleArn: string;
  readonly tags: boolean;
}

/** The malware protection plans of the stack. Throws an Error that names the plan and what it asks for in vain. */
export function readPlans(resources: readonly Resource[]): readonly Plan[] {
  return resourcesOf(resources, 'AWS::GuardDuty::MalwareProtectionPlan', schema).map(
    ({ logicalId, properties: { ProtectedResource, Role, Actions } }) => ({
      name: logicalId,
      bucket: ProtectedResource.S3Bucket.BucketName,
      prefixes: ProtectedResource.S3Bucket.ObjectPrefixes,
      roleArn: Role,
      tags: Actions.Tagging.Status === 'ENABLED',
    }),
  );
}
