import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import { workflowNames, type WorkflowName } from '../../domain/workflows/names.ts';
import {
  busPlaceholder,
  knownTo,
  machineBehind,
  pascalCase,
  placeholderOf,
} from '../../domain/workflows/placeholders.ts';
import { inRepository } from '../paths.ts';
import type { DataKey } from './data-key.ts';
import type { HearbackFunction } from './hearback-function.ts';
import { stepNames, type Steps } from './steps.ts';
import { nestedExecution } from './nested-execution.ts';
import { Workflow, type Supply } from './workflow.ts';

export { workflowNames };

export interface WorkflowsProps {
  readonly steps: Steps;
  readonly bus: EventBus;
  readonly dataKey: DataKey;
  readonly tracing: boolean;
}

/** The state machines, as `workflows/*.asl.json` define them. */
export class Workflows extends Construct {
  readonly #workflows = new Map<WorkflowName, Workflow>();
  readonly #supplies = new Map<string, string>();
  readonly #dataKey: DataKey;

  constructor(scope: Construct, id: string, { steps, bus, dataKey, tracing }: WorkflowsProps) {
    super(scope, id);
    this.#dataKey = dataKey;
    for (const name of workflowNames) {
      const supplies = knownTo(name).map((placeholder) => {
        const supply =
          this.#step(steps, placeholder) ?? this.#machine(placeholder) ?? eventBus(bus, placeholder);
        this.#supplies.set(placeholder, supply.value);
        return [placeholder, supply] as const;
      });
      this.#workflows.set(
        name,
        new Workflow(this, pascalCase(name), {
          file: inRepository(`workflows/${name}.asl.json`),
          stateMachineName: this.#physicalName(name),
          supplies: new Map(supplies),
          dataKey,
          tracing,
        }),
      );
    }
  }

  /** Where the machines run: what placeholders stand for, and each machine with its role. */
  get installation() {
    const machines = [...this.#workflows].map(([name, { stateMachine }]) => [
      name,
      { arn: stateMachine.stateMachineArn, roleArn: stateMachine.role.roleArn },
    ]);
    return { supplies: Object.fromEntries(this.#supplies), machines: Object.fromEntries(machines) };
  }

  get all(): readonly Workflow[] {
    return [...this.#workflows.values()];
  }

  named(name: WorkflowName): Workflow {
    const found = this.#workflows.get(name);
    if (found === undefined) throw new Error(`no workflow is called ${name}`);
    return found;
  }

  /** May begin a candidate's journey, and what sees to a question, on the versions that are live. */
  grantStart(fn: HearbackFunction): void {
    fn.allow(['states:StartExecution'], [this.arnOf('candidate-journey'), this.arnOf('callback-request')]);
    this.#dataKey.grantThrough('states', fn);
    this.#tellAliases(fn);
  }

  /** May publish new versions of the machines and say which ones new applications start on. */
  grantPublish(fn: HearbackFunction): void {
    fn.allow(
      ['states:DescribeStateMachine', 'states:PublishStateMachineVersion', 'states:UpdateStateMachine'],
      workflowNames.map((name) => this.arnOf(name)),
    );
    // Whoever changes a machine hands it its role, also when the role stays the same.
    fn.allow(
      ['iam:PassRole'],
      this.all.map(({ stateMachine }) => stateMachine.role.roleArn),
      { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } },
    );
    this.grantRoute(fn);
  }

  /** May say which of the versions there are new applications start on. */
  grantRoute(fn: HearbackFunction): void {
    fn.allow(
      [
        'states:CreateStateMachineAlias',
        'states:DescribeStateMachineAlias',
        'states:UpdateStateMachineAlias',
      ],
      workflowNames.map((name) => this.arnOf(name)),
    );
    this.#dataKey.grantThrough('states', fn);
  }

  /** May tell which version of the journey an application runs on. */
  grantTellVersion(fn: HearbackFunction): void {
    const executions = this.#executions('candidate-journey');
    fn.allow(['states:DescribeExecution'], [executions]);
    fn.explainWildcard(executions, 'An execution is named after its application.');
    this.#dataKey.grantThrough('states', fn);
  }

  /** May see which applications run on which version of a machine, and in which state. */
  grantObserve(fn: HearbackFunction): void {
    fn.allow(
      ['states:ListExecutions'],
      workflowNames.map((name) => this.arnOf(name)),
    );
    const executions = workflowNames.map((name) => this.#executions(name));
    fn.allow(['states:GetExecutionHistory'], executions);
    for (const resource of executions)
      fn.explainWildcard(resource, 'Which executions there are is what it looks up.');
    this.#dataKey.grantThrough('states', fn);
  }

  /** May stop a candidate's journey, the machines that it runs with it, and what sees to their questions. */
  grantStop(fn: HearbackFunction): void {
    const executions = (['candidate-journey', 'callback-request'] as const).map((name) =>
      this.#executions(name),
    );
    fn.allow(['states:StopExecution'], executions);
    for (const resource of executions)
      fn.explainWildcard(resource, 'An execution is named after its application.');
    this.#dataKey.grantThrough('states', fn);
    this.#tellAliases(fn);
  }

  #tellAliases(fn: HearbackFunction): void {
    fn.tell(variable.journeyAlias, `${this.arnOf('candidate-journey')}:live`);
    fn.tell(variable.callbackAlias, `${this.arnOf('callback-request')}:live`);
  }

  /** May end a machine's wait for a person. */
  grantAnswer(fn: HearbackFunction): void {
    fn.allow(['states:SendTaskSuccess'], ['*']);
    fn.explainWildcard('*', 'SendTaskSuccess has no resource type: the unguessable token names the task');
    this.#dataKey.grantThrough('states', fn);
  }

  #step(steps: Steps, placeholder: string): Supply | undefined {
    const name = stepNames.find((step) => placeholder === placeholderOf(step));
    if (name === undefined) return undefined;
    const { functionArn } = steps.named(name);
    return {
      value: functionArn,
      grants: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] })],
    };
  }

  #machine(placeholder: string): Supply | undefined {
    const name = machineBehind(placeholder);
    if (name === undefined) return undefined;
    return nestedExecution(Stack.of(this), this.#physicalName(name), this.#dataKey);
  }

  /** From its name, not by reference: a step may answer the very machine that calls it. */
  arnOf(name: WorkflowName): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: this.#physicalName(name),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  #executions(name: WorkflowName): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.#physicalName(name)}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  #physicalName(name: WorkflowName): string {
    return `${Stack.of(this).stackName}-${name}`;
  }
}

function eventBus(bus: EventBus, placeholder: string): Supply {
  if (placeholder !== busPlaceholder) throw new Error(`nothing supplies ${placeholder}`);
  return {
    value: bus.eventBusName,
    grants: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] })],
  };
}
