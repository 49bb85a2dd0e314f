import { type Json, isJsonObject } from './json.ts';

/** A plain path such as `$states.input.a.b` or `$candidate.name`: looked up without the JSONata interpreter. */
export interface Reference {
  readonly variable: string;
  readonly path: readonly string[];
}

const PATH = /^\$([A-Za-z_][A-Za-z0-9_]*)((?:\.(?:[A-Za-z_][A-Za-z0-9_]*|`[^`]+`))*)$/;
const STEP = /\.(?:`([^`]+)`|([A-Za-z_][A-Za-z0-9_]*))/g;
const WORDS = new Set(['and', 'or', 'in']);

/** The reference an expression consists of, or undefined when it is more than that. */
export function readReference(source: string): Reference | undefined {
  const match = PATH.exec(source);
  if (!match?.[1]) return undefined;
  const path = [...(match[2] ?? '').matchAll(STEP)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  // `$states` as a whole is made anew for each evaluation: the interpreter copies it.
  if (match[1] === 'states' && path.length === 0) return undefined;
  return path.some((step) => WORDS.has(step)) ? undefined : { variable: match[1], path };
}

type Found = { kind: 'value'; value: Json } | { kind: 'nothing' } | { kind: 'interpreter' };

/** The part of a scope that a reference needs. */
export interface Lookup {
  readonly states: () => { readonly [key: string]: Json };
  readonly variable: (name: string) => Json | undefined;
}

/** Follows a reference. An array on the way needs JSONata's rules for sequences: `interpreter` says so. */
export function follow(reference: Reference, scope: Lookup): Found {
  let value = reference.variable === 'states' ? scope.states() : scope.variable(reference.variable);
  if (value === undefined) return { kind: 'interpreter' };
  for (const step of reference.path) {
    if (Array.isArray(value)) return { kind: 'interpreter' };
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) return { kind: 'nothing' };
    value = value[step];
    if (value === undefined) return { kind: 'nothing' };
  }
  return { kind: 'value', value };
}
