import type * as z from 'zod';

/** What is known of a value. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What a schema says of a member: its schema, that there is none, or (undefined) nothing. */
type Member = JsonSchema | 'absent' | undefined;

/** The member of that name of the values a schema describes; JSONata looks into the items of an array. */
export function memberOf(schema: JsonSchema, name: string): Member {
  const alternatives = alternativesOf(schema);
  if (alternatives.length > 1) {
    const found = alternatives.map((one) => memberOf(one, name));
    if (found.includes('absent')) return 'absent';
    const known = found.filter((one) => typeof one === 'object');
    return known.length === found.length ? { anyOf: known } : undefined;
  }
  const [only = schema] = alternatives;
  if (typeof only.items === 'object' && !Array.isArray(only.items)) return memberOf(only.items, name);
  const { properties = {} } = only;
  const member = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (typeof member === 'object') return member;
  return only.additionalProperties === false ? 'absent' : undefined;
}

/** The first of some steps into a value that is not there, or the schema at their end, or undefined. */
export function follow(
  schema: JsonSchema,
  steps: readonly string[],
):
  | { readonly missing: string; readonly known: readonly string[] }
  | { readonly schema: JsonSchema }
  | undefined {
  let at = schema;
  for (const step of steps) {
    const next = memberOf(at, step);
    if (next === undefined) return undefined;
    if (next === 'absent') return { missing: step, known: membersOf(at) };
    at = next;
  }
  return { schema: at };
}

/** Every text a value can be, or undefined when it can be any, or something else than text or null. */
export function textsAllowed(schema: JsonSchema): ReadonlySet<string> | undefined {
  const all = new Set<string>();
  for (const one of alternativesOf(schema)) {
    const values = one.enum ?? (one.const === undefined ? undefined : [one.const]);
    if (!values?.every((value) => typeof value === 'string')) return undefined;
    for (const value of values) all.add(value);
  }
  return all.size > 0 ? all : undefined;
}

/** The names of the members of the values a schema describes. */
function membersOf(schema: JsonSchema): string[] {
  return alternativesOf(schema).flatMap((one) =>
    typeof one.items === 'object' && !Array.isArray(one.items)
      ? membersOf(one.items)
      : Object.keys(one.properties ?? {}),
  );
}

/** The alternatives of a schema, any depth, without null; a schema without alternatives is its own. */
function alternativesOf(schema: JsonSchema): JsonSchema[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (!choices) return schema.type === 'null' ? [] : [schema];
  return choices.flatMap((one) => (typeof one === 'object' ? alternativesOf(one) : []));
}
