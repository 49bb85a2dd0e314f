import * as z from 'zod';
import { arn } from '../assembly/identity.ts';
import { type Resource, resourcesOf } from '../resource.ts';

const document = z.record(z.string(), z.json());
export type PolicyDocument = z.infer<typeof document>;

const keySchema = z.looseObject({ KeyPolicy: document });
const bucketPolicySchema = z.looseObject({ Bucket: z.string(), PolicyDocument: document });

/** Finds the policy of the resource an ARN is about: a key's, or a bucket's also for its objects. */
export type ResourcePolicies = (resource: string) => PolicyDocument | undefined;

/** Reads key policies (without one no role can use a key) and bucket policies. */
export function readResourcePolicies(resources: readonly Resource[]): ResourcePolicies {
  const policies = new Map<string, PolicyDocument>();
  for (const { physicalId, properties } of resourcesOf(resources, 'AWS::KMS::Key', keySchema)) {
    policies.set(arn('kms', `key/${physicalId}`), properties.KeyPolicy);
  }
  for (const { properties } of resourcesOf(resources, 'AWS::S3::BucketPolicy', bucketPolicySchema)) {
    policies.set(arn('s3', properties.Bucket), properties.PolicyDocument);
  }
  return (resource) => policies.get(resource) ?? policies.get(resource.split('/')[0] ?? resource);
}
