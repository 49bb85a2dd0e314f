import type {
  Completion,
  CompletionContext,
  CompletionResult,
  CompletionSource,
} from '@codemirror/autocomplete';
import { getLocation, getNodeValue, parse, parseTree } from 'jsonc-parser';
import { schemasAt, valuesOf } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { nodeAt } from './node-at.ts';

/** More values for a place than its schema names: the states one may go to, variables in an expression. */
export type MoreValues = (
  document: unknown,
  path: readonly (string | number)[],
) => readonly { readonly value: string; readonly detail?: string }[];

/** What can be written at a place of a text. */
export interface Choices {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly {
    readonly label: string;
    readonly insert: string;
    readonly info?: string;
    readonly detail?: string;
  }[];
}

/** Names of members and values that fit where the cursor stands, from a JSON Schema and whatever else is known. */
export function choicesAt(
  text: string,
  offset: number,
  schema: JsonSchema,
  more: MoreValues = () => [],
): Choices | undefined {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const document: unknown = parse(text);
  const inWord = previousNode !== undefined && previousNode.offset + previousNode.length >= offset;
  const word = /[\w$-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const [from, to] = inWord
    ? [previousNode.offset, previousNode.offset + previousNode.length]
    : [offset - word, offset];
  if (isAtPropertyKey) {
    const owner = path.slice(0, -1);
    const isNamed = /^\s*:/.test(text.slice(to));
    return { from, to, choices: members(text, document, owner, schema, isNamed) };
  }
  const schemas = schemasAt(schema, document, path);
  const named = valuesOf(schemas).map((value) => ({ label: String(value), insert: JSON.stringify(value) }));
  const known = more(document, path).map(({ value, detail }) => ({
    label: value,
    insert: JSON.stringify(value),
    ...(detail !== undefined && { detail }),
  }));
  const choices = [...new Map([...known, ...named].map((one) => [one.label, one])).values()];
  return { from, to, choices };
}

/** Names that are not there yet, those that must be there first. */
function members(
  text: string,
  document: unknown,
  path: readonly (string | number)[],
  schema: JsonSchema,
  isNamed: boolean,
): Choices['choices'] {
  const schemas = schemasAt(schema, document, path);
  const node = nodeAt(parseTree(text), path);
  const value: unknown = node && getNodeValue(node);
  const there = new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
  const required = new Set(schemas.flatMap((one) => one.required ?? []));
  const found = new Map<string, JsonSchema>();
  for (const { properties = {} } of schemas)
    for (const [name, one] of Object.entries(properties)) if (!found.has(name)) found.set(name, one);
  return [...found]
    .filter(([name]) => !there.has(name))
    .toSorted(([one], [other]) => Number(required.has(other)) - Number(required.has(one)))
    .map(([name, one]) => ({
      label: name,
      insert: isNamed ? JSON.stringify(name) : `${JSON.stringify(name)}: ${beginning(one)}`,
      ...(one.description !== undefined && { info: one.description }),
      ...(required.has(name) && { detail: 'needed' }),
    }));
}

/** What a value of this kind begins with, when there is no choice. */
function beginning(schema: JsonSchema): string {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.type === 'object') return '{}';
  if (schema.type === 'array') return '[]';
  return '';
}

/** The same for CodeMirror. */
export function completionSource(schema: JsonSchema, more?: MoreValues): CompletionSource {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const text = state.doc.toString();
    if (!explicit && !/["\w$]/.test(text.charAt(pos - 1))) return null;
    const found = choicesAt(text, pos, schema, more);
    if (found === undefined || found.choices.length === 0) return null;
    const options = found.choices.map(({ label, insert, info, detail }, place): Completion => ({
      label: JSON.stringify(label),
      displayLabel: label,
      apply: insert,
      boost: -place,
      ...(info !== undefined && { info }),
      ...(detail !== undefined && { detail }),
    }));
    return { from: found.from, to: found.to, options };
  };
}
