import type { Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';
import type { Placed } from '../values/expressions.ts';
import { type Syntax, isSyntax, literalOf, partsOf, referencesIn } from '../values/syntax.ts';

/** Functions that look into a text, or make another one of it. */
const APART = new Set(
  `base64decode base64encode contains formatBase formatInteger formatNumber hash length lowercase match number pad
  parseInteger replace split substring substringAfter substringBefore trim uppercase`.split(/\s+/),
);

/** Names of ids and instants. */
const OPAQUE = /(?:Id|At|Until|Time|Execution\.Name|\b(?:at|from|run|until))$/;

const ORDERS = new Set<unknown>(['<', '>', '<=', '>=']);

/**
 * Ids and instants that a definition looks into, where it decides whom it treats how: it does otherwise on some days or
 * with some applications, which no simulation and no proof comes upon.
 */
export const takenApart: Rule = ({ expressions }) =>
  expressions.filter(decides).flatMap(({ syntax, path, state }): Problem[] => {
    const found = [...partsOf(syntax)].map(lookedInto).find((name) => name !== undefined);
    if (found === undefined) return [];
    return [
      {
        rule: 'taken-apart',
        path,
        message: `'${state.name}' looks into $${found}: on some days, or with some applications, it does something else, and the candidate concerned could hear nothing.`,
        mend: 'Use ids as they are, compare instants with one another only, and let a step or the settings decide the rest.',
      },
    ];
  });

/** Whether an expression decides on a way, on whom it is for, or on what counts as the same. */
function decides({ within }: Placed): boolean {
  return (
    ['Choices', 'Assign', 'Items'].includes(String(within[0])) ||
    ['occurrence', 'subject', 'to', 'Name'].includes(String(within.at(-1)))
  );
}

/** The id or instant that a part of an expression looks into. */
function lookedInto(part: Syntax): string | undefined {
  const { type, value } = part;
  const sides: unknown[] = [part['lhs'], part['rhs']];
  if (type === 'function') return isApart(part) ? opaqueIn(part['arguments']) : undefined;
  if (type === 'apply') return sides.some(isApart) ? opaqueIn(sides) : undefined;
  if (type !== 'binary') return undefined;
  if (value === '%') return opaqueIn(sides);
  // Some fixed day: before it things go one way, after it another.
  const dated = sides.some((side) => typeof literalOf(side) === 'string') || sides.some(isInstant);
  return ORDERS.has(value) && dated && sides.some((side) => literalOf(side) !== undefined)
    ? opaqueIn(sides)
    : undefined;
}

function opaqueIn(syntax: unknown): string | undefined {
  return referencesIn(syntax)
    .map(({ variable, steps }) => [variable, ...steps].join('.'))
    .find((name) => OPAQUE.test(name));
}

/** A function of those, a date in another form, or a pattern. */
function isApart(part: unknown): boolean {
  if (!isSyntax(part)) return false;
  if (part.type === 'regex') return true;
  const { procedure, arguments: args } = part;
  if (part.type !== 'function' || !isSyntax(procedure)) return false;
  const name = String(procedure.value);
  return APART.has(name) || (name === 'fromMillis' && Array.isArray(args) && args.length > 1);
}

function isInstant(part: unknown): boolean {
  const procedure = isSyntax(part) ? part['procedure'] : undefined;
  return isSyntax(procedure) && procedure.value === 'toMillis';
}
