import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import { inRepository } from '../paths.ts';
import type { DataKey } from './data-key.ts';
import type { HearbackFunction } from './hearback-function.ts';
import { pascalCase, stepNames, type Steps } from './steps.ts';
import { nestedExecution } from './nested-execution.ts';
import { Workflow, type Supply } from './workflow.ts';

/** A machine stands below those it runs. */
export const workflowNames = [
  'keep-promise',
  'interview-feedback',
  'loyalty-offer',
  'candidate-journey',
] as const;
export type WorkflowName = (typeof workflowNames)[number];

export interface WorkflowsProps {
  readonly steps: Steps;
  readonly bus: EventBus;
  readonly dataKey: DataKey;
  readonly tracing: boolean;
}

/** The state machines, as `workflows/*.asl.json` define them. */
export class Workflows extends Construct {
  readonly #workflows = new Map<WorkflowName, Workflow>();
  readonly #dataKey: DataKey;

  constructor(scope: Construct, id: string, { steps, bus, dataKey, tracing }: WorkflowsProps) {
    super(scope, id);
    this.#dataKey = dataKey;
    for (const name of workflowNames)
      this.#workflows.set(
        name,
        new Workflow(this, pascalCase(name), {
          file: inRepository(`workflows/${name}.asl.json`),
          stateMachineName: this.#physicalName(name),
          supply: (placeholder) =>
            this.#step(steps, placeholder) ?? this.#machine(placeholder) ?? eventBus(bus, placeholder),
          dataKey,
          tracing,
        }),
      );
  }

  get all(): readonly Workflow[] {
    return [...this.#workflows.values()];
  }

  named(name: WorkflowName): Workflow {
    const found = this.#workflows.get(name);
    if (found === undefined) throw new Error(`no workflow is called ${name}`);
    return found;
  }

  /** May begin a candidate's journey, on the version that is live. */
  grantStartJourney(fn: HearbackFunction): void {
    fn.allow(['states:StartExecution'], [this.#arn('candidate-journey')]);
    this.#dataKey.grantThrough('states', fn);
    fn.tell(variable.journeyAlias, this.named('candidate-journey').aliasArn);
  }

  /** May end a machine's wait for a person. */
  grantAnswer(fn: HearbackFunction): void {
    fn.allow(['states:SendTaskSuccess'], ['*']);
    fn.explainWildcard('*', 'SendTaskSuccess has no resource type: the unguessable token names the task');
    this.#dataKey.grantThrough('states', fn);
  }

  #step(steps: Steps, placeholder: string): Supply | undefined {
    const name = stepNames.find((step) => placeholder === `${pascalCase(step)}Arn`);
    if (name === undefined) return undefined;
    const { functionArn } = steps.named(name);
    return {
      value: functionArn,
      grants: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] })],
    };
  }

  /** A child is named by its version: see docs/adr/0010. */
  #machine(placeholder: string): Supply | undefined {
    const name = workflowNames.find((workflow) => placeholder === `${pascalCase(workflow)}Arn`);
    if (name === undefined) return undefined;
    const child = { stateMachineName: this.#physicalName(name), versionArn: this.named(name).versionArn };
    return nestedExecution(Stack.of(this), child, this.#dataKey);
  }

  /** From its name, not by reference: a step may answer the very machine that calls it. */
  #arn(name: WorkflowName): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: this.#physicalName(name),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  #physicalName(name: WorkflowName): string {
    return `${Stack.of(this).stackName}-${name}`;
  }
}

function eventBus(bus: EventBus, placeholder: string): Supply | undefined {
  if (placeholder !== 'EventBusName') return undefined;
  return {
    value: bus.eventBusName,
    grants: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] })],
  };
}
