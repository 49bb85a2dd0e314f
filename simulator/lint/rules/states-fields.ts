import type { StateView } from '../definition/view.ts';
import type { Path } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { ownVariables, referencesIn } from '../values/syntax.ts';

/** Fields of the context object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
const CONTEXT: Readonly<Record<string, readonly string[]>> = {
  Execution: ['Id', 'Input', 'Name', 'RoleArn', 'StartTime', 'RedriveCount', 'RedriveTime'],
  StateMachine: ['Id', 'Name'],
  State: ['Name', 'EnteredTime', 'RetryCount'],
  Map: ['Item'],
  Task: ['Token'],
};

/** Members of `$states` that are not there where they are read. */
export const statesFields: Rule = (subject) =>
  subject.expressions.flatMap(({ state, within, path, syntax }) => {
    if (ownVariables(syntax).has('states')) return [];
    return referencesIn(syntax)
      .filter(({ variable }) => variable === 'states')
      .flatMap(({ steps }) => {
        const wrong = unavailable(subject, state, within, steps);
        return wrong === undefined
          ? []
          : [{ rule: 'states-field', path, message: wrong.message, mend: wrong.mend }];
      });
  });

interface Wrong {
  readonly message: string;
  readonly mend: string;
}

function unavailable(
  subject: Subject,
  state: StateView,
  within: Path,
  [first, ...rest]: readonly string[],
): Wrong | undefined {
  switch (first) {
    case undefined:
    case 'input':
      return undefined;
    case 'result':
      return unavailableResult(state, within);
    case 'errorOutput':
      return unavailableError(within, rest);
    case 'context':
      return unavailableContext(subject, state, within, rest);
    default:
      return {
        message: `$states has no field '${first}'.`,
        mend: 'It has input, result, errorOutput and context.',
      };
  }
}

function unavailableResult({ type }: StateView, [field]: Path): Wrong | undefined {
  const there = ['Task', 'Map', 'Parallel'].includes(type) && (field === 'Assign' || field === 'Output');
  return there
    ? undefined
    : {
        message: `$states.result is not there in ${String(field)} of a ${type} state.`,
        mend: 'It is there in Assign and Output of Task, Map and Parallel; read $states.input or a variable here.',
      };
}

function unavailableError([field, , part]: Path, rest: readonly string[]): Wrong | undefined {
  if (field !== 'Catch' || (part !== 'Assign' && part !== 'Output'))
    return {
      message: `$states.errorOutput is not there in ${String(field)}.`,
      mend: 'It is there in Assign and Output of a Catch: put it into a variable there.',
    };
  const [name] = rest;
  return name === undefined || name === 'Error' || name === 'Cause'
    ? undefined
    : { message: `$states.errorOutput has no field '${name}'.`, mend: 'It has Error and Cause.' };
}

function unavailableContext(
  { calls }: Subject,
  state: StateView,
  [field]: Path,
  [group, name]: readonly string[],
): Wrong | undefined {
  if (group === undefined) return undefined;
  const members = Object.hasOwn(CONTEXT, group) ? CONTEXT[group] : undefined;
  if (members === undefined || (name !== undefined && !members.includes(name)))
    return {
      message: `$states.context has no field '${name === undefined || !members ? group : `${group}.${name}`}'.`,
      mend: members ? `${group} has ${members.join(', ')}.` : `It has ${Object.keys(CONTEXT).join(', ')}.`,
    };
  if (group === 'Task' && !(field === 'Arguments' && calls.get(state)?.waitsForToken))
    return {
      message: '$states.context.Task.Token is only there in Arguments of a Task that waits for its token.',
      mend: 'Write .waitForTaskToken at the end of Resource, or leave the token out.',
    };
  if (group === 'Map' && field !== 'ItemSelector' && state.block.within === undefined)
    return {
      message: '$states.context.Map is only there in ItemSelector and inside of a Map.',
      mend: 'Read the item in ItemSelector.',
    };
  return undefined;
}
