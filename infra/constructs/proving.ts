import { createHash } from 'node:crypto';
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { variable } from '../../domain/environment.ts';
import { inRepository } from '../paths.ts';
import type { ApplicationsTable } from './applications-table.ts';
import type { DataKey } from './data-key.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';
import { Workflow } from './workflow.ts';

const entry = 'functions/events/prove.ts';

export interface ProvingProps {
  readonly defaults: FunctionDefaults;
  readonly table: ApplicationsTable;
  readonly dataKey: DataKey;
}

/**
 * Proofs take longer than a request may: a machine carries them out. Its executions are named after the question,
 * so that the same is not proved twice; the table's stream has as many readers as it can bear.
 */
export class Proving extends Construct {
  readonly fn: HearbackFunction;
  readonly workflow: Workflow;
  readonly #defaults: FunctionDefaults;
  readonly #dataKey: DataKey;

  constructor(scope: Construct, id: string, { defaults, table, dataKey }: ProvingProps) {
    super(scope, id);
    this.#defaults = defaults;
    this.#dataKey = dataKey;
    this.fn = new HearbackFunction(this, 'Function', {
      defaults,
      entry,
      description: 'Proves that an edit leaves nobody in silence',
      timeout: Duration.minutes(10),
      // A whole processor, and room for some ten thousand situations.
      memorySize: 3008,
    });
    table.grantReadWrite(this.fn);
    const { functionArn } = this.fn;
    const grants = [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] })];
    this.workflow = new Workflow(this, 'Machine', {
      file: inRepository('infra/machines/prove.asl.json'),
      stateMachineName: this.#machineName,
      supplies: new Map([['ProveArn', { value: functionArn, grants }]]),
      dataKey,
      tracing: defaults.tracing,
    });
  }

  /** May ask for proofs. */
  grantRequest(fn: HearbackFunction): void {
    const arn = Stack.of(this).formatArn({
      service: 'states',
      resource: 'stateMachine',
      resourceName: this.#machineName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    fn.allow(['states:StartExecution'], [arn]);
    this.#dataKey.grantThrough('states', fn);
    fn.tell(variable.proofMachine, arn);
    fn.tell(variable.prover, this.#prover());
  }

  get #machineName(): string {
    return `${Stack.of(this).stackName}-prove`;
  }

  /** Another code may come to another verdict: its hash is part of every question. */
  #prover(): string {
    const hash = createHash('sha256');
    for (const [name, contents] of this.#defaults.bundles?.get(entry)?.files ?? [])
      hash.update(name).update(contents);
    return hash.digest('hex').slice(0, 16);
  }
}
