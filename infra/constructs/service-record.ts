import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { DeadLetters } from './dead-letters.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';

export interface ServiceRecordProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
}

/** Counts into the service record what happens to applications, from the stream, each event once. */
export class ServiceRecord extends Construct {
  readonly fn: HearbackFunction;
  readonly failures: DeadLetters;

  constructor(scope: Construct, id: string, { defaults, table }: ServiceRecordProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/record.ts',
      description: 'Counts what happens to applications into the service record',
      timeout: Duration.seconds(30),
    });
    this.failures = new DeadLetters(this, 'Failures');
    table.grantCount(this.fn);
    table.grantStream(this.fn);
    this.failures.grantSend(this.fn);
    const mapping = new CfnEventSourceMapping(this, 'Stream', {
      eventSourceArn: table.streamArn,
      functionName: this.fn.functionName,
      startingPosition: 'TRIM_HORIZON',
      // A transaction takes 100 writes, and one event at most three.
      batchSize: 25,
      // Nobody waits for a count: fewer, fuller transactions on the item of the day.
      maximumBatchingWindowInSeconds: 5,
      filterCriteria: {
        filters: [
          {
            pattern: JSON.stringify({
              eventName: ['INSERT'],
              // What happened to an application; other things have histories too.
              dynamodb: { Keys: { pk: { S: [{ prefix: 'APP#' }] }, sk: { S: [{ prefix: 'EVENT#' }] } } },
            }),
          },
        ],
      },
      bisectBatchOnFunctionError: true,
      // Twenty tries in at most six hours; what is left is still in the table, unmarked (docs/runbook.md).
      maximumRetryAttempts: 20,
      maximumRecordAgeInSeconds: Duration.hours(6).toSeconds(),
      destinationConfig: { onFailure: { destination: this.failures.queue.queueArn } },
    });
    // The stream is only readable once the role's policy exists.
    mapping.node.addDependency(this.fn);
  }
}
