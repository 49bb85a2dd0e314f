import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { FunctionDefaults } from './hearback-function.ts';
import type { Site } from './site.ts';

/**
 * Scripts, styles and pictures whose names change with what is in them, as esbuild and Vite write such names. In
 * filters of `aws s3 sync` a star stands for folders too: https://docs.aws.amazon.com/cli/latest/reference/s3/#use-of-exclude-and-include-filters
 */
const hashed = ['assets/*-????????.*', 'console/assets/*-????????.*'];

/** Tells the console of its deployment, so no build can make it. */
const consoleConfig = 'console/config.json';

/** What the site consists of once it is deployed, from its root: the built files of a folder and what a deployment adds. */
export function filesOf(folder: string): string[] {
  const built = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
  return [...built, consoleConfig].toSorted();
}

/** Puts the built pages into the site's bucket and takes the old ones out of CloudFront's caches. */
export class Pages extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      site: Site;
      folder: string;
      /** What the console has to know of this deployment: its client of the user pool, where that signs in. */
      console: { clientId: string; signIn: string };
      defaults: FunctionDefaults;
    },
  ) {
    super(scope, id);
    const { site, folder, console, defaults } = props;
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/${Stack.of(this).stackName}/pages`,
      encryptionKey: defaults.logKey,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const built = Source.asset(folder);
    const destinationBucket = site.bucket;
    // Never taken away: a page that was opened before a deployment still asks for its own. A few megabytes each time.
    const parts = new BucketDeployment(this, 'Parts', {
      sources: [built],
      destinationBucket,
      exclude: ['*'],
      include: hashed,
      prune: false,
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      logGroup,
    });
    const pages = new BucketDeployment(this, 'Deployment', {
      sources: [built, Source.jsonData(consoleConfig, console)],
      destinationBucket,
      exclude: hashed,
      distribution: site.distribution,
      distributionPaths: ['/*'],
      // Browsers ask each time, CloudFront answers; a deployment empties CloudFront's caches.
      cacheControl: [CacheControl.fromString('public, max-age=0, s-maxage=86400, must-revalidate')],
      logGroup,
    });
    // No page before the scripts and styles it names.
    pages.node.addDependency(parts);
    acknowledgeUploader(Stack.of(this), site);
  }
}

/** CDK's own function uploads the files at deployment; its code and role are CDK's to keep. */
function acknowledgeUploader(stack: Stack, { bucket }: Site): void {
  const uploader = stack.node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (uploader === undefined) throw new Error('CDK uploads pages with a function of another name now');
  const reason =
    'The function with which CDK uploads files at deployment: it runs then and reaches the pages only.';
  const findings = [
    'L1',
    'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['Abort', 'DeleteObject', 'GetBucket', 'GetObject', 'List'].map(
      (action) => `IAM5[Action::s3:${action}*]`,
    ),
    'IAM5[Resource::*]',
    'IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
  ];
  acknowledgeWildcard(uploader, bucket.arnForObjects('*'), reason);
  for (const finding of findings)
    Validations.of(uploader).acknowledge({ id: `AwsSolutions-${finding}`, reason });
}
