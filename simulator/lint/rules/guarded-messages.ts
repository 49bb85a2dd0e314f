import type { Edge } from '../definition/edges.ts';
import { alwaysHolds } from '../definition/flow.ts';
import { objectsOf } from '../definition/view.ts';
import type { StateView } from '../definition/view.ts';
import type { Rule, Subject } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { type Origin, originsOf } from '../values/origin.ts';
import { type Syntax, isSyntax, literalOf, referenceOf } from '../values/syntax.ts';
import { sendingsOf } from './messages.ts';

/** What a Choice branch can have made sure of. */
type Fact = 'offer issued' | 'person declined';

/** Marketing only where an offer was issued, which a step does for those who consented and for nobody else. */
export const marketingConsent: Rule = (subject) =>
  unguarded(
    subject,
    (name) => subject.context.messages.get(name)?.category === 'marketing',
    'offer issued',
  ).map(({ state, name }) => ({
    rule: 'marketing-consent',
    path: [...state.path, 'Arguments', 'Payload', 'message'],
    message: `'${name}' is marketing, and a way leads here on which nobody asked whether the candidate agreed.`,
    mend: "Come here only by a Choice branch with {% $issued = true %}, where $issued is issue-offer's answer.",
  }));

/** A decline only where a person declined. */
export const declineDecision: Rule = (subject) =>
  unguarded(subject, (name) => name.startsWith('decline'), 'person declined').map(({ state, name }) => ({
    rule: 'decline-decision',
    path: [...state.path, 'Arguments', 'Payload', 'message'],
    message: `'${name}' could be sent without a person's decision to decline.`,
    mend: "Come here only by a Choice branch with {% $decided = 'declined' %}, where $decided is the outcome of keep-promise.",
  }));

function unguarded(
  subject: Subject,
  wanted: (name: string) => boolean,
  fact: Fact,
): { state: StateView; name: string }[] {
  const sendings = sendingsOf(subject, wanted);
  if (sendings.length === 0) return [];
  const held = alwaysHolds(subject.machine.block, (edge) => ({
    gives: learnt(subject, edge).has(fact) ? [fact] : [],
    takes: forgets(subject, edge, fact) ? [fact] : [],
  }));
  return sendings.filter(({ state }) => held.get(state)?.has(fact) === false);
}

/** A Task that is asked again makes the earlier answer untrue. */
function forgets({ calls }: Subject, { from }: Edge, fact: Fact): boolean {
  const call = calls.get(from);
  return fact === 'offer issued' ? call?.step === 'issue-offer' : call?.machine === 'keep-promise';
}

/** What is true behind a branch: its own condition, and that those before it did not fit. */
function learnt(subject: Subject, { from, kind, index }: Edge): Set<Fact> {
  if (kind !== 'choice' && kind !== 'default') return new Set();
  const conditions = objectsOf(from.fields['Choices']).map(([rule]) => syntaxOf(rule['Condition']));
  const before = kind === 'choice' ? conditions.slice(0, index) : conditions;
  const own = kind === 'choice' ? [...entailed(conditions[index], true)] : [];
  const told = [...own, ...before.flatMap((condition) => [...entailed(condition, false)])];
  return new Set(told.flatMap(({ part, is }) => factIn(subject, from, part, is) ?? []));
}

/** The parts of a condition whose truth follows from that of the whole. */
function* entailed(condition: unknown, is: boolean): Generator<{ part: Syntax; is: boolean }> {
  if (!isSyntax(condition)) return;
  const { type, value } = condition;
  const negated =
    type === 'function' && isSyntax(condition['procedure']) && condition['procedure'].value === 'not';
  if (type === 'binary' && value === (is ? 'and' : 'or')) {
    yield* entailed(condition['lhs'], is);
    yield* entailed(condition['rhs'], is);
  } else if (type === 'block' && Array.isArray(condition['expressions']))
    yield* entailed(condition['expressions'].at(-1), is);
  else if (negated && Array.isArray(condition['arguments'])) yield* entailed(condition['arguments'][0], !is);
  else yield { part: condition, is };
}

function factIn(subject: Subject, state: StateView, part: Syntax, is: boolean): Fact | undefined {
  const equal = part.type === 'binary' && (part.value === '=' || part.value === '!=');
  const sides = equal ? [part['lhs'], part['rhs']] : [part];
  const holds = equal && part.value === '!=' ? !is : is;
  const reference = sides.map(referenceOf).find((side) => side !== undefined);
  const literal = sides.map(literalOf).find((side) => side !== undefined);
  const origins = reference && originsOf(subject, reference, state);
  if (!origins) return undefined;
  const said = equal ? (typeof literal === 'boolean' ? literal === holds : holds && literal) : holds;
  if (said === true && comesFrom(origins, false, (origin) => isIssued(subject, origin)))
    return 'offer issued';
  if (said === 'declined' && comesFrom(origins, 'declined', (origin) => isOutcome(subject, origin)))
    return 'person declined';
  return undefined;
}

/** Whether a value comes from there; literals beside it may be anything that does not say the same. */
function comesFrom(
  origins: readonly Origin[],
  literal: unknown,
  there: (origin: Origin) => boolean,
): boolean {
  const harmless = (origin: Origin): boolean =>
    'literal' in origin && (literal === false ? origin.literal !== true : origin.literal !== literal);
  return origins.some(there) && origins.every((origin) => there(origin) || harmless(origin));
}

function isIssued({ calls }: Subject, origin: Origin): boolean {
  return (
    'state' in origin &&
    calls.get(origin.state)?.step === 'issue-offer' &&
    origin.steps.join('.') === 'Payload.issued'
  );
}

function isOutcome({ calls }: Subject, origin: Origin): boolean {
  return (
    'state' in origin &&
    calls.get(origin.state)?.machine === 'keep-promise' &&
    origin.steps.join('.') === 'Output.outcome'
  );
}
