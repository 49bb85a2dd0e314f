import type { Problem } from '../finding.ts';
import type { Rule, Subject } from '../subject.ts';
import { syntaxOf } from '../values/expressions.ts';
import { assignedTo } from '../values/sources.ts';
import {
  type Reference,
  type Syntax,
  callsIn,
  isSyntax,
  literalOf,
  partsOf,
  referenceOf,
  referencesIn,
} from '../values/syntax.ts';

/** What is counted, each with the highest number that the proof comes to: two rounds, two people, one change. */
const PLAYED = new Map([
  ['round', 2],
  ['sequence', 1],
  ['told', 1],
  ['states.input.index', 1],
  ['states.context.Map.Item.Index', 1],
]);

/** A list as long as there are people; the proof plays two of them. */
const PEOPLE = 'interviewers';
const PLAYED_PEOPLE = 2;

/**
 * Rounds, changes and people held against a constant: a third of them might fare otherwise than the two that the
 * proof plays, and nobody would know.
 */
export const beyondProof: Rule = (subject) =>
  subject.expressions.flatMap(({ syntax, path, state }): Problem[] => {
    const limits = [...partsOf(syntax)].map((part) => limited(subject, part));
    const counted = limits.find(Boolean) ?? chosen(subject, syntax);
    if (counted === undefined) return [];
    return [
      {
        rule: 'beyond-proof',
        path,
        message: `'${state.name}' treats ${counted} differently from some number on that the proof does not come to: candidates with more rounds, changes or interviewers could be forgotten.`,
        mend: 'Leave the constant out: do for each what is done for the first two, or let a step decide.',
      },
    ];
  });

/** What a part of an expression limits, if it does. */
function limited(subject: Subject, part: Syntax): string | undefined {
  const { type, value } = part;
  const sides: unknown[] = [part['lhs'], part['rhs']];
  if (type === 'function' && isLimit(part['procedure'])) {
    const args = part['arguments'];
    return [...partsOf(args)].some(isNumber) ? countedIn(subject, args) : undefined;
  }
  if (type !== 'binary') return undefined;
  if (value === '%' || value === 'in') return countedIn(subject, sides);
  const constant = sides
    .map(literalOf)
    .find((literal) => typeof literal === 'number' || typeof literal === 'string');
  if (constant === undefined) return undefined;
  const counted = countedIn(subject, sides);
  const played = sides.map((side) => playedOf(subject, side)).find((one) => one !== undefined);
  // Turned round, `2 < $round`, it says what `$round > 2` does.
  const mirrored = literalOf(sides[0]) !== undefined;
  const same =
    counted !== undefined &&
    played !== undefined &&
    isSteady(String(value), Number(constant), played, mirrored);
  return same || !COMPARISONS.has(String(value)) ? undefined : counted;
}

const COMPARISONS = new Set(['<', '>', '<=', '>=', '=', '!=']);

/** Whether a comparison says the same of every number from the last one played. */
function isSteady(comparison: string, constant: number, played: number, mirrored: boolean): boolean {
  const strict = mirrored ? ['>', '<='] : ['<', '>='];
  return strict.includes(comparison) ? constant <= played : constant < played;
}

/** The highest number played of what a part is, when it is that and nothing else. */
function playedOf(subject: Subject, part: unknown): number | undefined {
  const reference = referenceOf(part);
  if (reference) return countOf(subject, reference)?.played;
  return isSyntax(part) &&
    part.type === 'function' &&
    callsIn(part).has('count') &&
    countedIn(subject, part) !== undefined
    ? PLAYED_PEOPLE
    : undefined;
}

function countedIn(subject: Subject, syntax: unknown): string | undefined {
  const [found] = referencesIn(syntax).flatMap((reference) => countOf(subject, reference) ?? []);
  return found && `$${found.name}`;
}

interface Count {
  readonly name: string;
  /** Undefined when it is made from a count in another way than by copying it. */
  readonly played?: number | undefined;
}

/** What a reference counts, also under another name, and where a machine counts by itself. */
function countOf(
  subject: Subject,
  { variable, steps }: Reference,
  followed: readonly string[] = [],
): Count | undefined {
  const name = [variable, ...steps].join('.');
  if (PLAYED.has(name) || name === PEOPLE) return { name, played: PLAYED.get(name) };
  if (variable === 'states' || followed.includes(variable)) return undefined;
  for (const { value } of assignedTo(subject, variable)) {
    const syntax = syntaxOf(value);
    const copied = referenceOf(syntax);
    if (copied) {
      const count = countOf(subject, copied, [...followed, variable]);
      if (count) return { ...count, name };
      continue;
    }
    const made = referencesIn(syntax);
    if (made.some((one) => countOf(subject, one, [...followed, variable]))) return { name };
    // A count of one's own has been one when a round is over.
    if (COUNTING.has(subject.name) && adds(syntax) && made.some((one) => one.variable === variable))
      return { name, played: 1 };
  }
  return undefined;
}

/** Machines that come by their states again for another round or change, not for another rung of a ladder. */
const COUNTING = new Set(['candidate-journey', 'interview-feedback']);

const adds = (syntax: unknown): boolean =>
  isSyntax(syntax) && syntax.type === 'binary' && (syntax.value === '+' || syntax.value === '-');

function isLimit(procedure: unknown): boolean {
  return isSyntax(procedure) && (procedure.value === 'min' || procedure.value === 'max');
}

const isNumber = ({ type }: Syntax): boolean => type === 'number';

/** Some of the people, by their places in the list. */
function chosen(subject: Subject, syntax: unknown): string | undefined {
  const places = [...partsOf(syntax)].filter(isNumber);
  const people = referencesIn(syntax).find((one) => isOfPeople(subject, one));
  return people && places.length > 0 && !callsIn(syntax).has('count') ? `$${people.variable}` : undefined;
}

/** Whether a reference is the list of people, or a variable that it was copied to. */
function isOfPeople(subject: Subject, { variable }: Reference, followed: readonly string[] = []): boolean {
  if (variable === PEOPLE) return true;
  if (variable === 'states' || followed.includes(variable)) return false;
  return assignedTo(subject, variable).some(({ value }) => {
    const copied = referenceOf(syntaxOf(value));
    return copied !== undefined && isOfPeople(subject, copied, [...followed, variable]);
  });
}
