import { stepContracts } from '../../../domain/steps/contracts.ts';
import type { StepName } from '../../../domain/steps/contracts.ts';
import { parseDefinition } from '../../asl/definition/parse.ts';
import type { Machine } from '../../asl/definition/types.ts';

/** The machines of one version, by name, ready to run on the model. */
export type Machines = ReadonlyMap<string, Machine>;

const account = 'us-east-1:123456789012';
const functionPrefix = `arn:aws:lambda:${account}:function:`;
const machinePrefix = `arn:aws:states:${account}:stateMachine:`;

const isStepName = (name: string): name is StepName => Object.hasOwn(stepContracts, name);

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

export const machineArn = (name: string): string => machinePrefix + name;
export const executionArn = (machine: string, name: string): string =>
  `arn:aws:states:${account}:execution:${machine}:${name}`;

/**
 * Parses the definitions by machine name, with resources of the model in place of the deployed ones.
 * @throws InvalidDefinition, or an Error that names a placeholder which nothing supplies
 */
export function readMachines(texts: Readonly<Record<string, string>>): Machines {
  const names = Object.keys(texts);
  const supplies = new Map<string, string>([
    ...Object.keys(stepContracts).map((name) => [`${pascal(name)}Arn`, functionPrefix + name] as const),
    ...names.map((name) => [`${pascal(name)}Arn`, machineArn(name)] as const),
    ['EventBusName', 'hearback'],
  ]);
  return new Map(
    Object.entries(texts).map(([name, text]) => {
      const filled = text.replaceAll(/\$\{(\w+)\}/g, (_, placeholder: string) => {
        const value = supplies.get(placeholder);
        if (value === undefined) throw new Error(`${name} names \${${placeholder}}, which nothing supplies`);
        return value;
      });
      return [name, parseDefinition(filled)];
    }),
  );
}

/** The step behind a function's ARN, or undefined when there is none. */
export function stepOf(functionArn: string): StepName | undefined {
  const name = functionArn.slice(functionPrefix.length);
  return functionArn.startsWith(functionPrefix) && isStepName(name) ? name : undefined;
}

/** The machine behind an ARN, or undefined when there is none. */
export function machineOf(machines: Machines, arn: string): string | undefined {
  const name = arn.slice(machinePrefix.length);
  return arn.startsWith(machinePrefix) && machines.has(name) ? name : undefined;
}
