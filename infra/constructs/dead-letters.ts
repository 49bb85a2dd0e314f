import { Duration, Validations } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { HearbackFunction } from './hearback-function.ts';

/** What a function could not take in, kept for two weeks so that nothing is lost unseen. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This queue is where failures end: of an event source mapping, which the check does not see.',
    });
  }

  /** May put what it failed at here. */
  grantSend(fn: HearbackFunction): void {
    fn.allow(['sqs:SendMessage'], [this.queue.queueArn]);
  }

  /** Keeps what an event could not be made of in two more tries, within this age of the event. */
  keepEventsOf(fn: HearbackFunction, age: Duration): void {
    this.grantSend(fn);
    const invocation = new CfnEventInvokeConfig(this, 'Invocation', {
      functionName: fn.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: 2,
      maximumEventAgeInSeconds: age.toSeconds(),
      destinationConfig: { onFailure: { destination: this.queue.queueArn } },
    });
    // Lambda refuses a destination that the role may not send to yet.
    invocation.node.addDependency(fn);
  }

  /** How many wait to be looked at. */
  metric(): Metric {
    return this.queue.metricApproximateNumberOfMessagesVisible({
      statistic: 'Maximum',
      period: Duration.minutes(5),
    });
  }
}
