import type { Json } from '../../asl/json.ts';
import { isJsonObject } from '../../asl/json.ts';
import { isExpression } from '../../asl/template.ts';
import type { Path, Problem } from '../finding.ts';
import type { Rule } from '../subject.ts';

/** What holds states of its own, or words for people. */
const APART = new Set(['Comment', 'ItemProcessor', 'Branches']);

/** Texts that begin or end like an expression and are none: the machine would pass them on as they stand. */
export const halfExpressions: Rule = ({ machine }) =>
  machine.states.flatMap(({ fields, path }) => halvesIn(fields, path));

function halvesIn(value: Json, path: Path): Problem[] {
  if (typeof value === 'string') return isHalf(value) ? [problemAt(path, value)] : [];
  if (Array.isArray(value)) return value.flatMap((item: Json, index) => halvesIn(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    APART.has(key) ? [] : halvesIn(item, [...path, key]),
  );
}

function isHalf(text: string): boolean {
  const trimmed = text.trim();
  return !isExpression(text) && (/^\{\s*%/.test(trimmed) || /%\s*\}$/.test(trimmed));
}

const problemAt = (path: Path, text: string): Problem => ({
  rule: 'expression',
  path,
  message: `'${text}' is taken for a text: an expression begins with {% and ends with %}, with nothing before or behind.`,
  mend: 'Write "{% … %}".',
});
