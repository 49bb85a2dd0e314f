import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';

export interface Watch {
  /** What is wrong, in kebab case: the alarm's name and the runbook's section. */
  readonly name: string;
  /** Who is hurt and how, in a sentence an operator reads at night. */
  readonly hurts: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** Whether too little is the trouble, not too much: then no data at all is trouble too. */
  readonly below?: true;
  /** Periods of the metric that must be bad in a row. */
  readonly periods?: number;
}

/** What an alarm is called in the account. */
export function alarmName(scope: Construct, name: string): string {
  return `${Stack.of(scope).stackName}-${name}`;
}

/** Alarms, and the topic they tell. Each says who is hurt and links its section of the runbook. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, props: { dataKey: DataKey; email: string | undefined }) {
    super(scope, id);
    this.#topic = new Topic(this, 'Topic', {
      displayName: `${Stack.of(this).stackName} alarms`,
      masterKey: props.dataKey.key,
      enforceSSL: true,
    });
    // A topic with a policy of its own, as TLS alone makes one, loses the one that let its account's alarms publish.
    this.#topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.#topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (props.email !== undefined) this.#topic.addSubscription(new EmailSubscription(props.email));
  }

  watch({ name, hurts, metric, threshold, below, periods }: Watch): void {
    const alarm = new Alarm(this, name, {
      alarmName: alarmName(this, name),
      alarmDescription: `${hurts} Runbook: docs/runbook.md#${name}`,
      metric,
      threshold,
      evaluationPeriods: periods ?? 1,
      comparisonOperator: below
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: below ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(this.#topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
    this.all.push(alarm);
  }
}
