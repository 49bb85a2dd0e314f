import { type Reference, isSyntax, referenceOf } from './syntax.ts';

/** Functions that put what they are given into a text. */
const JOINING = new Set<unknown>(['string', 'join', 'append']);

/** Whether a value always holds what one of these references does: a text that two of them cannot share. */
export function isMadeFrom(syntax: unknown, holds: (reference: Reference) => boolean): boolean {
  if (!isSyntax(syntax)) return false;
  const reference = referenceOf(syntax);
  if (reference) return reference.exact && holds(reference);
  const within = (part: unknown): boolean => isMadeFrom(part, holds);
  const { type, value, expressions, procedure, arguments: given } = syntax;
  if (type === 'binary') return value === '&' && (within(syntax['lhs']) || within(syntax['rhs']));
  if (type === 'condition') return within(syntax['then']) && within(syntax['else']);
  if (type === 'block') return Array.isArray(expressions) && within(expressions.at(-1));
  if (type === 'unary') return value === '[' && Array.isArray(expressions) && expressions.some(within);
  if (type !== 'function' || !isSyntax(procedure) || !JOINING.has(procedure.value)) return false;
  return Array.isArray(given) && given.some(within);
}
