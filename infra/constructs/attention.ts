import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, ResourcePolicy, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DataKey } from './data-key.ts';

/** The product's own event bus, and a list of the applications that a machine could not carry on with. */
export class Attention extends Construct {
  readonly bus: EventBus;
  readonly #log: LogGroup;

  constructor(scope: Construct, id: string, props: { dataKey: DataKey }) {
    super(scope, id);
    const stack = Stack.of(this);
    this.bus = new EventBus(this, 'Bus', { eventBusName: stack.stackName });
    const logGroupName = `/aws/events/${stack.stackName}/needs-attention`;
    this.#log = new LogGroup(this, 'Log', {
      logGroupName,
      encryptionKey: props.dataKey.key,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // Such policies belong to the account, not to a log group: without a name of its own another stage would take it.
    const mayWrite = new ResourcePolicy(this, 'MayWrite', {
      resourcePolicyName: `${stack.stackName}-needs-attention`,
      policyStatements: [
        new PolicyStatement({
          principals: [
            new ServicePrincipal('events.amazonaws.com'),
            new ServicePrincipal('delivery.logs.amazonaws.com'),
          ],
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [this.#log.logGroupArn],
        }),
      ],
    });
    const rule = new Rule(this, 'NeedsAttention', {
      eventBus: this.bus,
      description: 'A machine could not carry on with an application; an HR task is open for it',
      eventPattern: { source: ['hearback'], detailType: ['ApplicationNeedsAttention'] },
    });
    // CDK's own log group target would bring a custom resource and its function along.
    const arn = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    rule.addTarget({ bind: () => ({ arn, targetResource: this.#log }) });
    rule.node.addDependency(mayWrite);
  }

  /** Applications that needed attention, per five minutes. */
  metric(): Metric {
    return new Metric({
      namespace: 'AWS/Logs',
      metricName: 'IncomingLogEvents',
      dimensionsMap: { LogGroupName: this.#log.logGroupName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}
