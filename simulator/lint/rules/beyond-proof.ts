import type { Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';
import {
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
export const beyondProof: Rule = ({ expressions }) =>
  expressions.flatMap(({ syntax, path, state }): Problem[] => {
    const counted = [...partsOf(syntax)].map(limited).find(Boolean) ?? chosen(syntax);
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
function limited(part: Syntax): string | undefined {
  const { type, value } = part;
  const sides: unknown[] = [part['lhs'], part['rhs']];
  if (type === 'function' && isLimit(part['procedure'])) {
    const args = part['arguments'];
    return [...partsOf(args)].some(isNumber) ? countedIn(args) : undefined;
  }
  if (type !== 'binary') return undefined;
  if (value === '%' || value === 'in') return countedIn(sides);
  const constant = sides
    .map(literalOf)
    .find((literal) => typeof literal === 'number' || typeof literal === 'string');
  if (constant === undefined) return undefined;
  const counted = countedIn(sides);
  const played = sides.map(playedOf).find((one) => one !== undefined);
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
function playedOf(part: unknown): number | undefined {
  const reference = referenceOf(part);
  if (reference) return PLAYED.get([reference.variable, ...reference.steps].join('.'));
  return isSyntax(part) &&
    part.type === 'function' &&
    callsIn(part).has('count') &&
    countedIn(part) !== undefined
    ? PLAYED_PEOPLE
    : undefined;
}

function countedIn(syntax: unknown): string | undefined {
  const names = referencesIn(syntax).map(({ variable, steps }) => [variable, ...steps].join('.'));
  const found = names.find((name) => PLAYED.has(name) || name === PEOPLE);
  return found === undefined ? undefined : `$${found}`;
}

function isLimit(procedure: unknown): boolean {
  return isSyntax(procedure) && (procedure.value === 'min' || procedure.value === 'max');
}

const isNumber = ({ type }: Syntax): boolean => type === 'number';

/** Some of the people, by their places in the list. */
function chosen(syntax: unknown): string | undefined {
  const places = [...partsOf(syntax)].filter(isNumber);
  const people = referencesIn(syntax).some(({ variable }) => variable === PEOPLE);
  return people && places.length > 0 && !callsIn(syntax).has('count') ? `$${PEOPLE}` : undefined;
}
