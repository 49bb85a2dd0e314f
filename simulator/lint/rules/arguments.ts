import type { Json } from '../../asl/json.ts';
import { isExpression } from '../../asl/template.ts';
import type { StepFacts } from '../context.ts';
import type { Call } from '../definition/call.ts';
import { type StateView, memberAt, objectsOf } from '../definition/view.ts';
import type { Path, Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { literalsOf } from '../values/sources.ts';
import { referenceOf } from '../values/syntax.ts';

/** What steps are given, against what they take: a step refuses everything else when it is too late. */
export const stepArguments: Rule = (subject) =>
  [...subject.calls].flatMap(([state, call]) => {
    if (call.action !== 'invoke') return call.action === 'other' ? [foreign(state)] : [];
    const step = call.step === undefined ? undefined : subject.context.steps.get(call.step);
    if (!step) return [];
    if (!call.payload)
      return [problem(state, ['Payload'], 'The Payload is not written out.', `Write { ${shape(step)} }.`)];
    return [...missing(state, call, step), ...given(subject, state, call, step)];
  });

const foreign = ({ name, path }: StateView): Problem => ({
  rule: 'step-arguments',
  path: [...path, 'Resource'],
  message: `'${name}' calls something that is no step of the vocabulary: the machine has no permission for it.`,
  mend: 'Use arn:aws:states:::lambda:invoke (or .waitForTaskToken) with a step, or states:startExecution.sync:2.',
});

function missing(state: StateView, { payload = {} }: Call, step: StepFacts): Problem[] {
  return Object.entries(step.input)
    .filter(([name, type]) => memberAt(payload, name) === undefined && !type.safeParse(undefined).success)
    .map(([name]) =>
      problem(
        state,
        ['Payload'],
        `The step needs '${name}'.`,
        name === 'at' ? `Add "at": "${ENTERED}".` : `Add "${name}" to the Payload: { ${shape(step)} }.`,
      ),
    );
}

function given(subject: Subject, state: StateView, { payload = {} }: Call, step: StepFacts): Problem[] {
  return Object.entries(payload).flatMap(([name, value]): Problem[] => {
    const type = Object.hasOwn(step.input, name) ? step.input[name] : undefined;
    if (!type)
      return [
        problem(state, ['Payload', name], `The step takes no '${name}'.`, `It takes { ${shape(step)} }.`),
      ];
    if (name === 'at') return readsEntered(value) ? [] : [wrongTime(state)];
    if (name === 'taskToken') return readsToken(value) ? [] : [wrongToken(state)];
    if (!isFlat(value)) return [];
    const { values } = literalsOf(subject, { value, state });
    return [...values].flatMap((literal) => {
      const { error } = type.safeParse(literal);
      const why = error?.issues.map(({ message }) => message).join('; ');
      return why === undefined
        ? []
        : [
            problem(
              state,
              ['Payload', name],
              `${JSON.stringify(literal)} does not fit '${name}'.`,
              `${why}.`,
            ),
          ];
    });
  });
}

const ENTERED = '{% $states.context.State.EnteredTime %}';

const reads = (value: Json, steps: string): boolean =>
  typeof value === 'string' && isExpression(value) && referenceOf(syntaxOf(value))?.steps.join('.') === steps;
const readsEntered = (value: Json): boolean => reads(value, 'context.State.EnteredTime');
const readsToken = (value: Json): boolean => reads(value, 'context.Task.Token');

const wrongTime = (state: StateView): Problem => ({
  rule: 'step-time',
  path: [...state.path, 'Arguments', 'Payload', 'at'],
  message: 'A step is told when its state was entered, and nothing else: it has no clock of its own.',
  mend: `Write "at": "${ENTERED}".`,
});

const wrongToken = (state: StateView): Problem => ({
  rule: 'task-token',
  path: [...state.path, 'Arguments', 'Payload', 'taskToken'],
  message: 'What stands here is not the token of this task: nobody could answer it.',
  mend: 'Write "taskToken": "{% $states.context.Task.Token %}" and .waitForTaskToken at the end of Resource.',
});

/** Whether literals of a value can be checked: an array or object may hold expressions. */
function isFlat(value: Json): boolean {
  return value === null || typeof value !== 'object';
}

function shape({ input }: StepFacts): string {
  return Object.entries(input)
    .map(([name, type]) => (type.safeParse(undefined).success ? `${name}?` : name))
    .join(', ');
}

function problem(state: StateView, within: Path, message: string, mend: string): Problem {
  return { rule: 'step-arguments', path: [...state.path, 'Arguments', ...within], message, mend };
}

/** What an alarm and whoever looks at it need of an event. */
export const eventArguments: Rule = ({ calls }) =>
  [...calls].flatMap(([state, { action, arguments: given }]): Problem[] => {
    if (action !== 'putEvents') return [];
    const entries = objectsOf(given['Entries']);
    if (entries.length === 0)
      return [
        problem(state, ['Entries'], 'No event is published.', 'Write "Entries": [ … ] with one event.'),
      ];
    return entries.flatMap(([entry, index]) =>
      ['EventBusName', 'Source', 'DetailType', 'Detail']
        .filter((field) => entry[field] === undefined)
        .map((field) =>
          problem(
            state,
            ['Entries', index],
            `The event has no ${field}.`,
            `Add "${field}": nobody would see it.`,
          ),
        ),
    );
  });
