import { ArnFormat, Stack, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { HearbackFunction } from './hearback-function.ts';

/** AWS services that use the key on behalf of a function that may use them. */
type Through = 'dynamodb' | 's3' | 'states';

/** The customer managed key of everything at rest: table, résumés, machines, logs, dead letters, alarms. */
export class DataKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: { removalPolicy: RemovalPolicy }) {
    super(scope, id);
    const stack = Stack.of(this);
    this.key = new Key(this, 'Key', {
      description: `${stack.stackName}: applications, résumés, journeys and logs`,
      enableKeyRotation: true,
      removalPolicy: props.removalPolicy,
    });
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfThisStack',
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': [
              ...['', 'aws/vendedlogs/states/', 'aws/events/'].map(
                (prefix) => `/${prefix}${stack.stackName}/*`,
              ),
              // API Gateway names its log after the API, whose id is not known before it is there.
              'API-Gateway-Execution-Logs_*',
            ].map((resourceName) =>
              stack.formatArn({
                service: 'logs',
                resource: 'log-group',
                resourceName,
                arnFormat: ArnFormat.COLON_RESOURCE_NAME,
              }),
            ),
          },
        },
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsToTopic',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    );
  }

  /** Lets a function use what the key protects, but only through the service that holds it. */
  grantThrough(service: Through, fn: HearbackFunction): void {
    const stack = Stack.of(this);
    fn.allow(['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:DescribeKey'], [this.key.keyArn], {
      StringEquals: { 'kms:ViaService': `${service}.${stack.region}.amazonaws.com` },
    });
  }
}
