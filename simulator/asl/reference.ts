import { type Json, isJsonObject } from './json.ts';
import { type Quick, UNSURE } from './quick-functions.ts';

/** The part of a scope that a reference needs, one member at a time: nothing is made that nobody asks for. */
export interface Lookup {
  /** A member of `$states`. */
  state(name: string): Json | undefined;
  /** A member of `$states.context`. */
  context(name: string): Json | undefined;
  variable(name: string): Json | undefined;
}

/** Looks up a plain path such as `$states.input.a.b` or `$candidate.name` without the JSONata interpreter. */
export function refer(variable: string, path: readonly string[]): (scope: Lookup) => Quick {
  if (variable !== 'states')
    return (scope) => {
      const value = scope.variable(variable);
      // It may be a function of the library.
      return value === undefined ? UNSURE : descend(value, path);
    };
  const [member = '', ...rest] = path;
  if (member !== 'context') return (scope) => descend(scope.state(member), rest);
  const [first = '', ...deeper] = rest;
  return (scope) => descend(scope.context(first), deeper);
}

/** What lies below a value. An array on the way needs JSONata's rules for sequences. */
export function descend(from: Json | undefined, path: readonly string[]): Quick {
  let value = from;
  for (const step of path) {
    if (Array.isArray(value)) return UNSURE;
    if (!isJsonObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}
