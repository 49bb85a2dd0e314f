import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  CfnStateMachineAlias,
  CfnStateMachineVersion,
  CustomerManagedEncryptionConfiguration,
  DefinitionBody,
  LogLevel,
  StateMachine,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
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
  /** Gives what a placeholder stands for, or undefined when there is no such thing. */
  readonly supply: (placeholder: string) => Supply | undefined;
  readonly dataKey: DataKey;
  readonly tracing: boolean;
}

/** Placeholders of a definition, each once: `${SendMessageArn}` gives `SendMessageArn`. */
export function placeholdersOf(definition: string): readonly string[] {
  return [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))];
}

/**
 * One state machine, its published version and the alias `live`. It may use exactly what its definition names:
 * substitutions and permissions come from the same list.
 */
export class Workflow extends Construct {
  readonly stateMachine: StateMachine;
  readonly versionArn: string;
  readonly aliasArn: string;

  constructor(scope: Construct, id: string, props: WorkflowProps) {
    super(scope, id);
    const definition = readFileSync(props.file, 'utf8');
    const supplies = placeholdersOf(definition).map((name): [string, Supply] => {
      const supply = props.supply(name);
      if (supply === undefined) throw new Error(`${props.file} names \${${name}}, which nothing supplies`);
      return [name, supply];
    });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: props.stateMachineName,
      // From a file CDK would leave only an S3 location in the template, which no check can look into.
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: Object.fromEntries(supplies.map(([name, { value }]) => [name, value])),
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
    for (const statement of supplies.flatMap(([, { grants }]) => grants))
      this.stateMachine.addToRolePolicy(statement);
    for (const { resource, reason } of supplies.flatMap(([, { wildcards = [] }]) => wildcards))
      acknowledgeWildcard(this.stateMachine, resource, reason);
    acknowledgeWildcard(
      this.stateMachine,
      '*',
      'Log delivery and X-Ray: their actions know no resource to name.',
    );

    const version = new CfnStateMachineVersion(this, 'Version', {
      stateMachineArn: this.stateMachine.stateMachineArn,
      // A changed machine has a new revision; CloudFormation then replaces this resource, that is, publishes.
      stateMachineRevisionId: this.stateMachine.stateMachineRevisionId,
      description: `definition ${createHash('sha256').update(definition).digest('hex').slice(0, 12)}`,
    });
    // Journeys that began on an older version finish on it, weeks later.
    version.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.versionArn = version.ref;
    const alias = new CfnStateMachineAlias(this, 'Live', {
      name: 'live',
      routingConfiguration: [{ stateMachineVersionArn: version.ref, weight: 100 }],
    });
    this.aliasArn = alias.ref;
  }
}
