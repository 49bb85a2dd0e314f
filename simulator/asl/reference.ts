import { type Json, isJsonObject } from './json.ts';

/** A plain path such as `$states.input.a.b` or `$candidate.name`: looked up without the JSONata interpreter. */
export interface Reference {
  readonly variable: string;
  readonly path: readonly string[];
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
