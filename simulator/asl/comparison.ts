import type { Json } from './json.ts';
import { type Lookup, type Reference, follow, readReference } from './reference.ts';

/** A reference compared with a plain literal, such as `$status = 'over'`: what most Conditions are. */
export interface Comparison {
  readonly reference: Reference;
  readonly literal: string | number | boolean | null;
}

const EQUALS = /^(\$[^=<>!'"\s]+)\s*=\s*(?:'([^'\\]*)'|"([^"\\]*)"|(-?\d+(?:\.\d+)?)|(true|false|null))$/;

/** The comparison an expression consists of, or undefined when it is more than that. */
export function readComparison(source: string): Comparison | undefined {
  const [, left, single, double, number, word] = EQUALS.exec(source) ?? [];
  const reference = left === undefined ? undefined : readReference(left);
  if (!reference) return undefined;
  const text = single ?? double;
  if (text !== undefined) return { reference, literal: text };
  if (number !== undefined) return { reference, literal: Number(number) };
  return { reference, literal: word === 'null' ? null : word === 'true' };
}

/** Whether it holds; undefined when JSONata's interpreter has to say. Nothing equals nothing, as in JSONata. */
export function compare({ reference, literal }: Comparison, scope: Lookup): Json | undefined {
  const found = follow(reference, scope);
  if (found.kind === 'interpreter') return undefined;
  return found.kind === 'value' && found.value === literal;
}
