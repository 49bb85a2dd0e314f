import { EvaluationError } from './errors.ts';
import { type Expression, type Scope, compileExpression, evaluateExpression, named } from './expression.ts';
import { type Json, type JsonObject, typeName } from './json.ts';

/** A JSON value of a definition in which strings of the form `{% … %}` are expressions. */
export type Template =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly field: string }
  | { readonly kind: 'array'; readonly items: readonly Template[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [string, Template])[] };

/** What is done with each expression of a template, and with one that does not parse. */
export interface Checks {
  readonly parsed: (field: string, expression: Expression) => void;
  readonly invalid: (field: string, why: string) => void;
}

/** Parses a template; `field` is the path the service uses in causes, e.g. `Arguments/Payload` or `Output[0]`. */
export function compileTemplate(value: Json, field: string, checks: Checks): Template {
  if (typeof value === 'string') return compileText(value, field, checks);
  if (typeof value !== 'object' || value === null) return { kind: 'literal', value };
  if (Array.isArray(value)) {
    const items = value.map((item, index) => compileTemplate(item, `${field}[${index}]`, checks));
    return items.every((item) => item.kind === 'literal')
      ? { kind: 'literal', value }
      : { kind: 'array', items };
  }
  const entries = Object.entries(value).map(
    ([key, item]) => [key, compileTemplate(item, `${field}/${key}`, checks)] as const,
  );
  return entries.every(([, item]) => item.kind === 'literal')
    ? { kind: 'literal', value }
    : { kind: 'object', entries };
}

/** Whether a string of a definition is an expression: it begins with `{%` and ends with `%}`. */
export function isExpression(text: string): boolean {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}');
}

function compileText(text: string, field: string, checks: Checks): Template {
  if (!isExpression(text)) return { kind: 'literal', value: text };
  const source = text.slice(2, -2).trim();
  try {
    const expression = compileExpression(source);
    checks.parsed(field, expression);
    return { kind: 'expression', expression, field };
  } catch (error) {
    checks.invalid(field, messageOf(error));
    return { kind: 'literal', value: text };
  }
}

/** The library throws objects that are no Error. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}

/** The value of a template in a scope, at once where no interpreter is needed; throws EvaluationError. */
export function evaluate(template: Template, scope: Scope): Json | Promise<Json> {
  switch (template.kind) {
    case 'literal':
      return template.value;
    case 'expression':
      return evaluateExpression(template.expression, scope, template.field);
    case 'array':
      return evaluateItems(template.items, scope);
    case 'object':
      return evaluateEntries(template.entries, scope);
  }
}

function evaluateItems(items: readonly Template[], scope: Scope): Json | Promise<Json> {
  const values: Json[] = [];
  for (const [index, item] of items.entries()) {
    const value = evaluate(item, scope);
    if (!isAtHand(value)) return evaluateRemaining(items.slice(index + 1), value, values, scope);
    values.push(value);
  }
  return values;
}

/** One item after the other, from the first that takes the interpreter. */
async function evaluateRemaining(
  items: readonly Template[],
  first: Promise<Json>,
  values: Json[],
  scope: Scope,
): Promise<Json> {
  values.push(await first);
  for (const item of items) values.push(await evaluate(item, scope));
  return values;
}

function evaluateEntries(
  entries: readonly (readonly [string, Template])[],
  scope: Scope,
): JsonObject | Promise<JsonObject> {
  const values: Record<string, Json> = {};
  let index = 0;
  for (const [key, item] of entries) {
    index += 1;
    const value = evaluate(item, scope);
    if (!isAtHand(value)) return evaluateRest(entries.slice(index), key, value, values, scope);
    values[key] = value;
  }
  return values;
}

async function evaluateRest(
  entries: readonly (readonly [string, Template])[],
  key: string,
  first: Promise<Json>,
  values: Record<string, Json>,
  scope: Scope,
): Promise<JsonObject> {
  values[key] = await first;
  for (const [name, item] of entries) values[name] = await evaluate(item, scope);
  return values;
}

const isAtHand = (value: Json | Promise<Json>): value is Json => !(value instanceof Promise);

/** The error for a value of the wrong type, in the service's words. */
export function wrongType(template: Template, field: string, expected: string, value: Json): EvaluationError {
  const what =
    template.kind === 'expression' ? named(template.expression.source, field) : `The field '${field}'`;
  const found = `returned an unexpected result type. Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  return new EvaluationError(`${what} ${found}`, field);
}
