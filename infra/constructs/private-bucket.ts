import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** A bucket that nobody outside reaches, over TLS 1.2 or better, encrypted with the key of S3. */
export function privateBucket(scope: Construct, id: string, props: BucketProps = {}): IBucket {
  const bucket = new Bucket(scope, id, {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    ...props,
  });
  // CDK's declarations of class and interface differ under `exactOptionalPropertyTypes`; the class implements it.
  return bucket as IBucket;
}
