import { gateOutcome, maySettle, gateKind } from '../../../domain/application/gate.ts';
import type { Call } from '../definition/call.ts';
import type { Edge } from '../definition/edges.ts';
import { comesBack } from '../definition/flow.ts';
import { type StateView, textOf } from '../definition/view.ts';
import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { expressionsOf } from '../values/expressions.ts';
import { originsOf } from '../values/origin.ts';
import { isSyntax, literalOf, partsOf, referenceOf, referencesIn } from '../values/syntax.ts';

/** What of a step's answer decides how things go on: whoever does not read it goes on as if nothing had happened. */
const DECIDES = new Map(
  Object.entries({
    'make-promise': ['gate', 'rungs'],
    'climb-ladder': ['gate', 'taken'],
    'record-outcome': ['gate'],
    'start-pause': ['gate', 'until'],
    'look-up-interview': ['gate', 'status', 'endsAt'],
    'issue-offer': ['issued'],
    'close-application': ['withdrawn'],
  }),
);

/** Answers that nobody reads. */
export const lostAnswers: Rule = ({ calls }) =>
  [...calls].flatMap(([state, call]) => {
    if (state.block.within !== undefined || call.waitsForToken) return [];
    const wanted = decisive(call);
    const read = expressionsOf(state)
      .flatMap(({ syntax }) => referencesIn(syntax))
      .filter(({ variable, steps }) => variable === 'states' && steps[0] === 'result')
      .map(({ steps }) => steps.slice(1));
    return wanted
      .filter((path) => !read.some((steps) => path.every((step, index) => (steps[index] ?? step) === step)))
      .map((path) => ({
        rule: 'lost-answer',
        path: state.path,
        message: `Nobody reads '${path.at(-1)}' of what '${state.name}' answers: an older value, or none, decides.`,
        mend: `Add "Assign": { "${path.at(-1)}": "{% $states.result.${path.join('.')} %}" }.`,
      }));
  });

function decisive({ step, machine, waitsForEnd }: Call): string[][] {
  if (machine !== undefined && waitsForEnd) return [['Output', 'outcome']];
  return (DECIDES.get(step ?? '') ?? []).map((name) => ['Payload', name]);
}

/**
 * Waits that come back to themselves with the version they had seen: answered at once, again and again. One that ran
 * out was not answered: the version it had seen may still stand, and that it does not spin is for the proof to say.
 */
export const staleGates: Rule = ({ calls }) =>
  [...calls].flatMap(([state, { step, payload }]): Problem[] => {
    if (step !== 'open-gate') return [];
    const seen = expressionsOf(state)
      .filter(({ within }) => within.at(-1) === 'seenVersion')
      .flatMap(({ syntax }) => referencesIn(syntax))
      .map(({ variable }) => variable)
      .find((variable) =>
        comesBack(state, (edge) => !Object.hasOwn(edge.assign, variable) && !isRunOut(edge)),
      );
    if (payload === undefined || seen === undefined) return [];
    return [
      {
        rule: 'lost-answer',
        path: state.path,
        message: `A way leads back to '${state.name}' with the $${seen} it had before: the gate has changed, so it is answered at once and goes round.`,
        mend: `Add "Assign": { "${seen}": "{% $states.result %}" }, or read the gate again on that way.`,
      },
    ];
  });

const isRunOut = ({ errors }: Edge): boolean =>
  errors.every((error) => error === 'States.Timeout') && errors.length > 0;

/** Outcomes of a promise that a Choice right behind it leaves to the Default that raises a task. */
export const missingBranches: Rule = (subject) =>
  [...subject.calls].flatMap(([state, call]): Problem[] => {
    const choice = state.block.states.get(textOf(state.fields['Next']));
    const possible = outcomesOf(call);
    if (choice?.type !== 'Choice' || possible.length === 0) return [];
    const fallback = state.block.states.get(textOf(choice.fields['Default']));
    const covered = comparedWith(subject, choice, state);
    if (covered.size === 0 || !fallback) return [];
    if (!givesUp(subject, fallback))
      return possible.every((outcome) => covered.has(outcome)) ? [passedOver(choice, fallback)] : [];
    return possible
      .filter((outcome) => !covered.has(outcome))
      .map((outcome) => ({
        rule: 'missing-branch',
        path: [...choice.path, 'Choices'],
        message: `'${state.name}' may end with '${outcome}', which '${choice.name}' treats as an error.`,
        mend: `Add a branch for '${outcome}'.`,
      }));
  });

/** Where every outcome has its branch, what is left over can only be an error. */
const passedOver = (choice: StateView, fallback: StateView): Problem => ({
  rule: 'choice-default',
  path: [...choice.path, 'Default'],
  message: `'${choice.name}' names every outcome there is, and takes any other for '${fallback.name}': an error would pass unseen.`,
  mend: 'Write "Default": "Raise a task for a person".',
});

/** How a promise of the kind that a Task says may end. */
function outcomesOf({ machine, arguments: { Input: input } }: Call): string[] {
  const given = typeof input === 'object' && input !== null && 'kind' in input ? input['kind'] : undefined;
  const kind = gateKind.safeParse(given).data;
  if (machine !== 'keep-promise' || kind === undefined) return [];
  return gateOutcome.options.filter(
    (outcome) => outcome === 'released' || outcome === 'withdrawn' || maySettle(kind, outcome),
  );
}

/** The texts a Choice compares the outcome of a Task with. */
function comparedWith(subject: Subject, choice: StateView, task: StateView): Set<unknown> {
  const compared = expressionsOf(choice)
    .flatMap(({ syntax }) => [...partsOf(syntax)])
    .filter(({ type, value }) => type === 'binary' && (value === '=' || value === 'in'))
    .filter((part) => {
      const reference = [part['lhs'], part['rhs']].map(referenceOf).find((one) => one !== undefined);
      const origins = reference && originsOf(subject, reference, choice);
      return origins?.some((origin) => 'state' in origin && origin.state === task);
    });
  return new Set(compared.flatMap((part) => [part['lhs'], part['rhs']].flatMap(listed).map(literalOf)));
}

/** What a list that is written out holds, as in `$decided in ['released', 'withdrawn']`. */
function listed(part: unknown): unknown[] {
  return isSyntax(part) && part.type === 'unary' && Array.isArray(part['expressions'])
    ? part['expressions']
    : [part];
}

function givesUp({ calls }: Subject, state: StateView): boolean {
  return state.type === 'Fail' || calls.get(state)?.step === 'raise-task';
}
