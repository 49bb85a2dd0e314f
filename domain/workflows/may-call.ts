import { stepContracts } from '../steps/contracts.ts';
import { workflowNames } from './names.ts';
import type { WorkflowName } from './names.ts';
import { knownTo, machineBehind, placeholderOf, placeholdersOf } from './placeholders.ts';

/** What the role of a machine allows besides its own functions: to put events on the bus, and to run machines. */
const integrations = [
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::lambda:invoke.waitForTaskToken',
  'arn:aws:states:::states:startExecution',
  'arn:aws:states:::states:startExecution.sync:2',
  'arn:aws:states:::events:putEvents',
];

/**
 * Why the role of a machine would not let it run this definition, in words; empty when it would. The roles come with
 * the deployment: every machine may call every step, put events on the bus, and run the machines below it.
 */
export function refusedToRun(workflow: WorkflowName, definition: string): string[] {
  return [...unknownPlaceholders(workflow, definition), ...foreignArns(definition)];
}

function unknownPlaceholders(workflow: WorkflowName, definition: string): string[] {
  const known = knownTo(workflow);
  return placeholdersOf(definition)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const machine = machineBehind(name);
      if (machine === workflow) return `${workflow} cannot run itself (\${${name}})`;
      if (machine !== undefined)
        return `${workflow} may only run machines below it, and ${machine} is not (\${${name}})`;
      return `\${${name}} stands for nothing; there are ${[...Object.keys(stepContracts), ...workflowNames].map((one) => `\${${placeholderOf(one)}}`).join(', ')}`;
    });
}

/** An address written out would be called without a permission, and in no other deployment. */
function foreignArns(definition: string): string[] {
  return [...new Set(definition.match(/arn:[^"'\s]+/g) ?? [])]
    .filter((arn) => !integrations.includes(arn))
    .map((arn) =>
      arn.startsWith('arn:aws:states:::')
        ? `its role does not allow ${arn}; it allows ${integrations.join(', ')}`
        : `${arn} is written out: name a step or a machine by its placeholder`,
    );
}
