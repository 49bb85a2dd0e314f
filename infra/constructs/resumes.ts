import { Duration, type RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { uploadPrefix } from '../../domain/api/intake/resume.ts';
import { markPrefix } from '../../domain/erasure/erasure.ts';
import { variable } from '../../domain/environment.ts';
import type { DataKey } from './data-key.ts';
import type { HearbackFunction } from './hearback-function.ts';

/** The tag a scanner sets, and the only value that lets anybody read. Source: GuardDuty user guide, S3 object tags. */
const scanTag = 'GuardDutyMalwareScanStatus';
const clean = 'NO_THREATS_FOUND';

export interface ResumesProps {
  readonly bucketName: string;
  readonly dataKey: DataKey;
  readonly accessLogs: IBucket;
  /** Pages that may upload from a browser. */
  readonly origins: readonly string[];
  /** Reads everything, to scan it. */
  readonly scanner: IRole | undefined;
  readonly removalPolicy: RemovalPolicy;
}

/** Résumés. Whatever arrives is in quarantine: nobody can read an object until a scanner has tagged it clean. */
export class Resumes extends Construct {
  readonly bucket: Bucket;
  readonly #dataKey: DataKey;

  constructor(scope: Construct, id: string, props: ResumesProps) {
    super(scope, id);
    this.#dataKey = props.dataKey;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: props.bucketName,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.dataKey.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      serverAccessLogsBucket: props.accessLogs,
      serverAccessLogsPrefix: 'resumes/',
      cors: [
        {
          allowedMethods: [HttpMethods.POST],
          allowedOrigins: [...props.origins],
          allowedHeaders: ['content-type'],
          maxAge: 600,
        },
      ],
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { noncurrentVersionExpiration: Duration.days(30) },
        // Longer than any backup of the table is kept (docs/runbook.md, "Restoring").
        { prefix: markPrefix, expiration: Duration.days(400) },
      ],
      removalPolicy: props.removalPolicy,
    });
    notifyEventBridge(this.bucket);
    this.bucket.addToResourcePolicy(quarantine(this.bucket, props.scanner));
    if (props.scanner) this.bucket.addToResourcePolicy(onlyScannerTags(this.bucket, props.scanner));
  }

  /** May let a candidate upload into quarantine (a presigned POST acts with the signer's permission). */
  grantUpload(fn: HearbackFunction): void {
    const uploads = this.bucket.arnForObjects(`${uploadPrefix}*`);
    fn.allow(['s3:PutObject'], [uploads]);
    fn.explainWildcard(uploads, 'Each upload has a key of its own; this is where all of them go.');
    this.#dataKey.grantThrough('s3', fn);
    fn.tell(variable.resumeBucket, this.bucket.bucketName);
  }

  /** May delete uploads, and keep and list the marks of what was erased, which outlive any backup of the table. */
  grantErase(fn: HearbackFunction): void {
    const uploads = this.bucket.arnForObjects(`${uploadPrefix}*`);
    const marks = this.bucket.arnForObjects(`${markPrefix}*`);
    fn.allow(['s3:DeleteObject'], [uploads]);
    fn.allow(['s3:PutObject'], [marks]);
    fn.explainWildcard(uploads, 'Each upload has a key of its own; this is where all of them lie.');
    fn.explainWildcard(marks, 'Each mark is named after what it is of.');
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': `${markPrefix}*` } });
    this.#dataKey.grantThrough('s3', fn);
    fn.tell(variable.resumeBucket, this.bucket.bucketName);
  }

  /** May list what was uploaded. */
  grantList(fn: HearbackFunction): void {
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn], { StringLike: { 's3:prefix': `${uploadPrefix}*` } });
  }

  /** May read what a scanner found clean, hand on short-lived addresses of it, and see what became of the rest. */
  grantRead(fn: HearbackFunction): void {
    const uploads = this.bucket.arnForObjects(`${uploadPrefix}*`);
    fn.allow(['s3:GetObject', 's3:GetObjectTagging'], [uploads]);
    fn.explainWildcard(uploads, 'Each upload has a key of its own; this is where all of them lie.');
    // Without it S3 answers "forbidden" for a file that is not there.
    fn.allow(['s3:ListBucket'], [this.bucket.bucketArn]);
    this.#dataKey.grantThrough('s3', fn);
    fn.tell(variable.resumeBucket, this.bucket.bucketName);
  }
}

/** Name of the bucket, known before it exists: the pages' content security policy names it too. */
export function resumeBucketName(stack: Stack): string {
  return `${stack.stackName}-resumes-${stack.account}-${stack.region}`;
}

/** CDK's `eventBridgeEnabled` does this with a custom resource and its function; CloudFormation can by itself. */
function notifyEventBridge(bucket: Bucket): void {
  if (!(bucket.node.defaultChild instanceof CfnBucket))
    throw new Error('the bucket has no resource of its own');
  bucket.node.defaultChild.notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
}

function quarantine(bucket: Bucket, scanner: IRole | undefined): PolicyStatement {
  return new PolicyStatement({
    sid: 'UnreadableUntilClean',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:GetObject', 's3:GetObjectVersion'],
    resources: [bucket.arnForObjects('*')],
    conditions: {
      StringNotEquals: { [`s3:ExistingObjectTag/${scanTag}`]: clean },
      ...(scanner && { ArnNotEquals: { 'aws:PrincipalArn': scanner.roleArn } }),
    },
  });
}

function onlyScannerTags(bucket: Bucket, scanner: IRole): PolicyStatement {
  return new PolicyStatement({
    sid: 'OnlyTheScannerTags',
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'],
    resources: [bucket.arnForObjects('*')],
    conditions: { ArnNotEquals: { 'aws:PrincipalArn': scanner.roleArn } },
  });
}
