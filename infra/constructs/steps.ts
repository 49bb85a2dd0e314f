import { Construct } from 'constructs';
import { stepContracts, type StepName } from '../../domain/steps/contracts.ts';
import { pascalCase } from '../../domain/workflows/placeholders.ts';
import type { ApplicationsTable } from './applications-table.ts';
import { HearbackFunction, type FunctionDefaults } from './hearback-function.ts';

const isStepName = (name: string): name is StepName => Object.hasOwn(stepContracts, name);

/** Names of all steps, from the one list that handlers, machines and lint share. */
export const stepNames: readonly StepName[] = Object.keys(stepContracts).filter(isStepName);

/** One function for each step a workflow can be built from. */
export class Steps extends Construct {
  readonly #functions: ReadonlyMap<StepName, HearbackFunction>;

  constructor(scope: Construct, id: string, props: { defaults: FunctionDefaults; table: ApplicationsTable }) {
    super(scope, id);
    this.#functions = new Map(
      stepNames.map((name) => {
        const fn = new HearbackFunction(this, pascalCase(name), {
          defaults: props.defaults,
          entry: `functions/steps/${name}.ts`,
          description: `Step ${name} of the workflows`,
        });
        props.table.grantReadWrite(fn);
        return [name, fn];
      }),
    );
  }

  get all(): readonly HearbackFunction[] {
    return [...this.#functions.values()];
  }

  named(name: StepName): HearbackFunction {
    const found = this.#functions.get(name);
    if (found === undefined) throw new Error(`no step is called ${name}`);
    return found;
  }
}
