import { readFileSync } from 'node:fs';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { placeholdersOf } from '../../domain/workflows/placeholders.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { DataKey } from './data-key.ts';

/** What a placeholder of a definition stands for: its value, and what the machine must be allowed to use it. */
export interface Supply {
  readonly value: string;
  readonly grants: readonly PolicyStatement[];
  /** Resources among the grants that can only be named with `*`, each with its reason. */
  readonly wildcards?: readonly { readonly resource: string; readonly reason: string }[];
}

export interface WorkflowProps {
  /** Absolute path of the `.asl.json` file. */
  readonly file: string;
  readonly stateMachineName: string;
  /** What a definition of this machine may name, by placeholder. */
  readonly supplies: ReadonlyMap<string, Supply>;
  readonly dataKey: DataKey;
  readonly tracing: boolean;
}

/**
 * One state machine with its role. What the role allows is given by `grants`, not by the definition of the day:
 * definitions are published without a deployment. Versions and the alias `live` are made by publishing.
 */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const definition = readFileSync(props.file, 'utf8');
    const used = placeholdersOf(definition).map((name): [string, string] => {
      const supply = props.supplies.get(name);
      if (supply === undefined) throw new Error(`${props.file} names \${${name}}, which nothing supplies`);
      return [name, supply.value];
    });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: props.stateMachineName,
      // From a file CDK would leave only an S3 location in the template, which no check can look into.
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(used),
      tracingEnabled: props.tracing,
      encryptionConfiguration: new CustomerManagedEncryptionConfiguration(
        props.dataKey.key,
        Duration.minutes(15),
      ),
      logs: {
        destination: new LogGroup(this, 'Log', {
          // Under this prefix log delivery needs no growing resource policy.
          logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}/${id}`,
          encryptionKey: props.dataKey.key,
          retention: RetentionDays.THREE_MONTHS,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        includeExecutionData: false,
      },
    });
    for (const { grants, wildcards = [] } of props.supplies.values()) {
      for (const statement of grants) this.stateMachine.addToRolePolicy(statement);
      for (const { resource, reason } of wildcards) acknowledgeWildcard(this.stateMachine, resource, reason);
    }
    acknowledgeWildcard(
      this.stateMachine,
      '*',
      'Log delivery and X-Ray: their actions know no resource to name.',
    );
  }
}
