import { readFileSync } from 'node:fs';
import { stepContracts } from '../../domain/steps/contracts.ts';
import type { StepName } from '../../domain/steps/contracts.ts';
import { parseDefinition } from '../../simulator/asl/definition/parse.ts';
import type { Machine } from '../../simulator/asl/definition/types.ts';

/** The machines as they are shipped, with fake resources in place of the deployed ones. */
export const machineNames = [
  'candidate-journey',
  'keep-promise',
  'interview-feedback',
  'loyalty-offer',
  'callback-request',
] as const;
export type MachineName = (typeof machineNames)[number];

const isStepName = (name: string): name is StepName => Object.hasOwn(stepContracts, name);
export const stepNames: readonly StepName[] = Object.keys(stepContracts).filter(isStepName);

const account = 'us-east-1:123456789012';
const functionPrefix = `arn:aws:lambda:${account}:function:`;
const machinePrefix = `arn:aws:states:${account}:stateMachine:`;

export const machineArn = (name: MachineName): string => machinePrefix + name;
export const executionArn = (machine: MachineName, name: string): string =>
  `arn:aws:states:${account}:execution:${machine}:${name}`;

const pascal = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const supplies = new Map<string, string>([
  ...stepNames.map((name) => [`${pascal(name)}Arn`, functionPrefix + name] as const),
  ...machineNames.map((name) => [`${pascal(name)}Arn`, machineArn(name)] as const),
  ['EventBusName', 'hearback'],
]);

/** The step behind a fake function's ARN. */
export function stepOf(functionArn: string): StepName {
  const name = functionArn.slice(functionPrefix.length);
  if (functionArn.startsWith(functionPrefix) && isStepName(name)) return name;
  throw new Error(`${functionArn} is no step's function`);
}

/** The machine behind a fake ARN. */
export function machineOf(arn: string): MachineName {
  const found = machineNames.find((name) => machineArn(name) === arn);
  if (!found) throw new Error(`${arn} is no machine`);
  return found;
}

export const pathOf = (name: MachineName): string =>
  new URL(`../../workflows/${name}.asl.json`, import.meta.url).pathname;

/** The file's text with every placeholder filled in, as a deployment does it. */
export function definitionText(name: MachineName): string {
  return readFileSync(pathOf(name), 'utf8').replaceAll(/\$\{(\w+)\}/g, (_, placeholder: string) => {
    const value = supplies.get(placeholder);
    if (value === undefined) throw new Error(`${name} names \${${placeholder}}, which nothing supplies`);
    return value;
  });
}

const parsed = new Map<MachineName, Machine>();

/** The machine, ready to run. */
export function machineNamed(name: MachineName): Machine {
  const known = parsed.get(name) ?? parseDefinition(definitionText(name));
  parsed.set(name, known);
  return known;
}
