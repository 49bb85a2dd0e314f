import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Workflows } from './workflows.ts';

export interface SweepProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly workflows: Workflows;
}

/** Carries on, every quarter of an hour, what a crash left between two hops: a journey not begun, a machine not woken. */
export class Sweep extends Construct {
  readonly fn: HearbackFunction;

  constructor(scope: Construct, id: string, { defaults, table, workflows }: SweepProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/sweep.ts',
      description: 'Starts journeys and wakes machines that were left behind',
      timeout: Duration.seconds(50),
    });
    table.grantReadWrite(this.fn);
    table.grantQueryWork(this.fn);
    workflows.grantStart(this.fn);
    workflows.grantAnswer(this.fn);
    // A run that fails is not tried again: the next one comes within a quarter of an hour.
    this.fn.configureAsyncInvoke({ retryAttempts: 0 });
    new Rule(this, 'EveryQuarterHour', {
      description: 'Sweeps up what was left behind',
      schedule: Schedule.rate(Duration.minutes(15)),
      targets: [new LambdaFunction(this.fn, { retryAttempts: 0 })],
    });
  }
}
