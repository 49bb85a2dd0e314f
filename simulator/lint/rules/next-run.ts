import type { Call } from '../definition/call.ts';
import { edgesOf } from '../definition/edges.ts';
import { type StateView, ends, memberAt } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import type { Json } from '../../asl/json.ts';
import { isJsonObject } from '../../asl/json.ts';
import type { Rule, Subject } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { isMadeFrom } from '../values/made-from.ts';
import { type Source, assignedTo, itemGiven } from '../values/sources.ts';
import { type Reference, referenceOf, referencesIn } from '../values/syntax.ts';

/** The name of the run that a machine belongs to. */
const RUN = 'run';

/**
 * What a journey that is taken up again as its next run would do a second time, or be taken for the first: the proof
 * plays first runs alone. Messages, tasks and waits are the same in every run; children and HR's attention are each run's.
 */
export const nextRun: Rule = (subject) => {
  if (assignedTo(subject, RUN).length === 0) return [];
  return [
    ...misnamed(subject),
    ...[...subject.calls].flatMap(([state, call]) =>
      givesUp(state) ? ofEachRun(state, call) : ofAllRuns(subject, state, call),
    ),
  ];
};

/** The name of the run is what the service calls the first machine of it, and handed on from there. */
function misnamed(subject: Subject): Problem[] {
  const wanted = subject.context.entryInput.has(subject.name) ? 'context.Execution.Name' : 'input.run';
  return assignedTo(subject, RUN)
    .filter(({ value }) => {
      const reference = referenceOf(syntaxOf(value));
      return reference?.variable !== 'states' || reference.steps.join('.') !== wanted;
    })
    .map(({ state }) => ({
      rule: 'next-run',
      path: [...state.path, 'Assign', RUN],
      message:
        'The name of the run is taken from elsewhere: a journey that is taken up again could not start what it started before.',
      mend: `Write "run": "{% $states.${wanted} %}".`,
    }));
}

/** What is done on the way to a Fail is about the run that fails. */
function ofEachRun(state: StateView, { step, payload }: Call): Problem[] {
  const field = step === 'raise-task' ? 'subject' : 'occurrence';
  const value = payload?.[field];
  if (value === undefined) return [];
  if (isMadeFrom(syntaxOf(value), ({ variable, steps }) => variable === RUN && steps.length === 0)) return [];
  return [
    {
      rule: 'next-run',
      path: [...state.path, 'Arguments', 'Payload', field],
      message: `What '${state.name}' says of one run counts as said of the next: nobody would hear that it stopped again.`,
      mend: `Make "${field}" from $run.`,
    },
  ];
}

/** A child is told the run that it belongs to: by it HR's task stops the journey, and its own children are called. */
function handedOn(state: StateView, { arguments: { Input: input } }: Call): Problem[] {
  const value = isJsonObject(input) ? memberAt(input, RUN) : undefined;
  if (value === undefined || referenceOf(syntaxOf(value))?.variable === RUN) return [];
  return [
    {
      rule: 'next-run',
      path: [...state.path, 'Arguments', 'Input', RUN],
      message: `'${state.name}' tells its child of another run than the one it belongs to.`,
      mend: 'Write "run": "{% $run %}".',
    },
  ];
}

function ofAllRuns(subject: Subject, state: StateView, call: Call): Problem[] {
  // A failure that ends as a success is the proof's to refuse: it says so.
  const again = (speaksOfRun(call) ? [] : valuesOf(call))
    .filter(([, value]) => differs(subject, { value, state }))
    .map(([path]): Problem => ({
      rule: 'next-run',
      path: [...state.path, 'Arguments', ...path],
      message: `'${state.name}' does another thing in each run of a journey: one that is taken up again would do it a second time.`,
      mend: `Leave $run, the execution and the time out of "${path.at(-1)}".`,
    }));
  return [...handedOn(state, call), ...again];
}

/** Whether a task, or word of it, is about the run that stopped. */
function speaksOfRun({ payload }: Call): boolean {
  const { task, message, gateId, taskId } = payload ?? {};
  if (task === 'attention' || message === 'task-raised') return true;
  return message === 'decision-delayed' && (gateId === undefined || taskId !== undefined);
}

/** What tells one message, task or wait from another. */
function valuesOf({ machine, payload, arguments: given }: Call): [string[], Json][] {
  const input = given['Input'];
  const named = machine === undefined ? payload : isJsonObject(input) ? input : undefined;
  return ['kind', 'subject', 'interviewId', 'questionId', 'gateId', 'pause', 'occurrence'].flatMap((name) => {
    const value = memberAt(named, name);
    return value === undefined ? [] : [[[machine === undefined ? 'Payload' : 'Input', name], value]];
  });
}

/** Whether a value, or what it is made from, is another in the next run. */
function differs(subject: Subject, { value, state }: Source, followed: readonly string[] = []): boolean {
  return referencesIn(syntaxOf(value)).some((reference) => {
    const { variable, steps } = reference;
    if (variable === RUN || isOfRun(reference)) return true;
    if (followed.includes(variable)) return false;
    const item = variable === 'states' && steps[0] === 'input' ? itemGiven(state, steps[1] ?? '') : undefined;
    return (item ? [item] : assignedTo(subject, variable)).some((source) =>
      differs(subject, source, [...followed, variable]),
    );
  });
}

/** Of the context, what is another in the next run; ids and the names of states are not. */
const isOfRun = ({ variable, steps: [first, ...rest] }: Reference): boolean =>
  variable === 'states' && first === 'context' && FLEETING.test(rest.join('.'));

const FLEETING = /^(?:Execution(?!\.Input)|State\.(?:EnteredTime|RetryCount)|Task)/;

/** Whether every way on from a state leads to a Fail. */
function givesUp(first: StateView): boolean {
  const { block } = first;
  const seen = new Set<StateView>();
  const next = [first];
  for (let state = next.pop(); state; state = next.pop()) {
    if (seen.has(state)) continue;
    seen.add(state);
    if (ends(state) && state.type !== 'Fail') return false;
    next.push(...edgesOf(state).flatMap(({ to }) => block.states.get(to) ?? []));
  }
  return block.within === undefined;
}
