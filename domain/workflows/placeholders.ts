import { InvalidInput } from '../steps/errors.ts';
import { stepContracts } from '../steps/contracts.ts';
import { workflowNames } from './names.ts';
import type { WorkflowName } from './names.ts';

/** What each placeholder stands for where the machines run. */
export type Supplies = Readonly<Record<string, string>>;

/** The product's own event bus. */
export const busPlaceholder = 'EventBusName';

/** `send-message` as constructs and placeholders write it: `SendMessage`. */
export function pascalCase(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The placeholder for the function of a step or for the version of a machine. */
export const placeholderOf = (name: string): string => `${pascalCase(name)}Arn`;

/** Placeholders of a definition, each once: `${SendMessageArn}` gives `SendMessageArn`. */
export function placeholdersOf(definition: string): readonly string[] {
  return [...new Set([...definition.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))];
}

/** The machines that a definition runs, in the order of `workflowNames`. */
export function childrenOf(definition: string): readonly WorkflowName[] {
  const used = placeholdersOf(definition);
  return workflowNames.filter((name) => used.includes(placeholderOf(name)));
}

/**
 * What a machine may name: every step, the bus, and the machines that stand before it in the list, so that no
 * machine can ever run itself. Its role allows just that.
 */
export function knownTo(workflow: WorkflowName): readonly string[] {
  const below = workflowNames.slice(0, workflowNames.indexOf(workflow));
  return [...Object.keys(stepContracts), ...below].map(placeholderOf).concat(busPlaceholder);
}

/** The machine behind a placeholder, or undefined for a step or the bus. */
export function machineBehind(placeholder: string): WorkflowName | undefined {
  return workflowNames.find((name) => placeholderOf(name) === placeholder);
}

/**
 * The definition with what its placeholders stand for.
 * @throws InvalidInput that names those which nothing supplies
 */
export function fill(definition: string, supplies: Supplies): string {
  const missing = placeholdersOf(definition).filter((name) => !Object.hasOwn(supplies, name));
  if (missing.length > 0)
    throw new InvalidInput(`nothing supplies ${missing.map((name) => `\${${name}}`).join(', ')}`);
  return definition.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => supplies[name] ?? '');
}
