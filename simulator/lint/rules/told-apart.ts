import { comesBack } from '../definition/flow.ts';
import type { StateView } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { type Source, assignedTo, itemGiven, literalsOf } from '../values/sources.ts';
import { isMadeFrom } from '../values/made-from.ts';

/** Machines that run several times for one application, each with the variables that tell the runs apart. */
const RUNS = new Map<string, readonly string[]>([
  ['callback-request', ['questionId', 'gateId', 'run']],
  ['interview-feedback', ['interviewId']],
  ['keep-promise', ['gate.gateId', 'subject']],
]);

/** The journey runs once, and comes by the states of an interview in every round. */
const ROUNDS = new Map<string, readonly string[]>([['candidate-journey', ['round', 'interviewId']]]);

/**
 * What is sent and started again for another question, interview or promise: under the same occurrence a letter
 * counts as sent, under the same name a child as started.
 */
export const toldApart: Rule = (subject) =>
  [...subject.calls].flatMap(([state, { step, action, arguments: given, payload }]): Problem[] => {
    const apart = telling(subject, state);
    if (!apart) return [];
    const missing = (value: Source['value'] | undefined): value is Source['value'] =>
      value !== undefined && !varies(subject, { value, state }, apart);
    const mend = `Make it from ${apart.map((name) => `$${name}`).join(' or ')}.`;
    if (action === 'startExecution' && missing(given['Name']))
      return [
        {
          rule: 'child-name',
          path: [...state.path, 'Arguments', 'Name'],
          message: `What '${state.name}' starts has the same name each time: the second one would count as started, and the candidate would wait for nobody.`,
          mend,
        },
      ];
    if (step !== 'send-message' || !mayGoToCandidate(subject, state, payload?.['to'])) return [];
    if (!missing(payload?.['occurrence'])) return [];
    return [
      {
        rule: 'message-occurrence',
        path: [...state.path, 'Arguments', 'Payload', 'occurrence'],
        message: `'${state.name}' gives each of its messages the same occurrence: the second one would count as sent, and the candidate would not get it.`,
        mend,
      },
    ];
  });

function telling({ name }: Subject, state: StateView): readonly string[] | undefined {
  const inRounds = ROUNDS.get(name);
  return inRounds && comesBack(state, () => true) ? inRounds : RUNS.get(name);
}

function mayGoToCandidate(subject: Subject, state: StateView, to: Source['value'] | undefined): boolean {
  if (to === undefined) return false;
  const { values, all } = literalsOf(subject, { value: to, state });
  return !all || values.has('candidate');
}

/** Whether a value holds what one of these variables does, or one that always does. */
function varies(
  subject: Subject,
  { value, state }: Source,
  apart: readonly string[],
  followed: readonly string[] = [],
): boolean {
  return isMadeFrom(syntaxOf(value), ({ variable, steps }) => {
    const [first, name = ''] = steps;
    if (apart.includes([variable, ...steps].join('.'))) return true;
    if (followed.includes(variable)) return false;
    const item = variable === 'states' && first === 'input' ? itemGiven(state, name) : undefined;
    const sources = item ? [item] : assignedTo(subject, variable);
    return (
      sources.length > 0 && sources.every((source) => varies(subject, source, apart, [...followed, variable]))
    );
  });
}
