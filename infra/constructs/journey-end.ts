import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { DeadLetters } from './dead-letters.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Workflows } from './workflows.ts';

export interface JourneyEndProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly workflows: Workflows;
}

/**
 * Gives HR a task for each journey, and what sees to each question, that ended without success, also when its machine
 * could not raise one itself.
 */
export class JourneyEnd extends Construct {
  readonly fn: HearbackFunction;
  readonly failures: DeadLetters;

  constructor(scope: Construct, id: string, { defaults, table, workflows }: JourneyEndProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/journey-ended.ts',
      description: 'Raises a task for HR for each journey and question whose machine ended without success',
    });
    table.grantReadWrite(this.fn);
    this.failures = new DeadLetters(this, 'Failures');
    this.failures.keepEventsOf(this.fn, Duration.hours(6));
    new Rule(this, 'Ended', {
      description: 'A journey, or what sees to a question, failed, ran out of time or was stopped',
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: [workflows.arnOf('candidate-journey'), workflows.arnOf('callback-request')],
        },
      },
      targets: [new LambdaFunction(this.fn, { deadLetterQueue: this.failures.queue })],
    });
  }
}
