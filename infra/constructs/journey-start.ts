import { Duration } from 'aws-cdk-lib';
import { CfnEventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { DeadLetters } from './dead-letters.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Workflows } from './workflows.ts';

export interface JourneyStartProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly workflows: Workflows;
}

/** Begins a journey for each application, and what sees to each question, in the order of writing. */
export class JourneyStart extends Construct {
  readonly fn: HearbackFunction;
  readonly failures: DeadLetters;

  constructor(scope: Construct, id: string, { defaults, table, workflows }: JourneyStartProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/start-journey.ts',
      description: 'Starts the journey of each new application and the care of each question',
    });
    this.failures = new DeadLetters(this, 'Failures');
    workflows.grantStart(this.fn);
    table.grantStream(this.fn);
    this.failures.grantSend(this.fn);
    const mapping = new CfnEventSourceMapping(this, 'Stream', {
      eventSourceArn: table.streamArn,
      functionName: this.fn.functionName,
      startingPosition: 'TRIM_HORIZON',
      batchSize: 25,
      filterCriteria: {
        filters: [
          {
            pattern: JSON.stringify({
              eventName: ['INSERT'],
              dynamodb: { Keys: { sk: { S: ['APP', { prefix: 'RUN#' }, { prefix: 'QUESTION#' }] } } },
            }),
          },
        ],
      },
      bisectBatchOnFunctionError: true,
      functionResponseTypes: ['ReportBatchItemFailures'],
      // Five tries in at most an hour; what is left then starts with the next sweep.
      maximumRetryAttempts: 5,
      maximumRecordAgeInSeconds: Duration.hours(1).toSeconds(),
      destinationConfig: { onFailure: { destination: this.failures.queue.queueArn } },
    });
    // The stream is only readable once the role's policy exists.
    mapping.node.addDependency(this.fn);
  }
}
