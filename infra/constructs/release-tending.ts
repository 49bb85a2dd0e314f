import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import type { ApplicationsTable } from './applications-table.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import type { Workflows } from './workflows.ts';

export interface ReleaseTendingProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly workflows: Workflows;
  /** Name of the alarm that takes a canary back. */
  readonly alarmName: string;
}

/** Ends canaries, by time or by alarm, and lets the aliases follow what is live if a crash left them behind. */
export class ReleaseTending extends Construct {
  readonly fn: HearbackFunction;

  constructor(scope: Construct, id: string, { defaults, table, workflows, alarmName }: ReleaseTendingProps) {
    super(scope, id);
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry: 'functions/events/tend-releases.ts',
      description: 'Ends canaries and lets the aliases follow what is live',
      timeout: Duration.seconds(50),
    });
    table.grantReadWrite(this.fn);
    workflows.grantRoute(this.fn);
    const target = new LambdaFunction(this.fn, { retryAttempts: 2 });
    new Rule(this, 'EveryHour', {
      description: 'Ends canaries whose time is over',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [target],
    });
    const alarmArn = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: alarmName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    new Rule(this, 'NeedsAttention', {
      description:
        'Takes a canary back when an application needs attention, and lets none start until that is over',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        resources: [alarmArn],
      },
      targets: [target],
    });
  }
}
