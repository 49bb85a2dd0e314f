import jsonata from 'jsonata';

import { EvaluationError } from './errors.ts';
import { isOverridden, libraryFunction } from './functions/library.ts';
import type { Json, JsonObject } from './json.ts';
import type { Random } from './random.ts';
import { type QuickExpression, quickExpression } from './quick.ts';
import { UNSURE } from './quick-functions.ts';
import type { Lookup } from './reference.ts';
import { type Reads, readsOf } from './reads.ts';
import { unqualifiedName } from './unqualified.ts';

/** What an expression can see: `$states`, the variables of its scope and the sources of time and randomness. */
export interface Scope extends Lookup {
  /** All members of `$states`; `context` is made only when asked for. */
  states(): JsonObject;
  /** Epoch milliseconds for `$now()` and `$millis()`. */
  readonly now: number;
  readonly random: Random;
}

/** A JSONata expression, parsed once. `source` is the text between `{%` and `%}` without outer blanks. */
export interface Expression {
  readonly source: string;
  readonly compiled: jsonata.Expression;
  /** How to evaluate it without the interpreter, where that can be. */
  readonly quick: QuickExpression | undefined;
  /** Names with a `$` in the text: what has to be bound. */
  readonly names: readonly string[];
  /** A name it reads from a context item, of which Step Functions has none. */
  readonly unqualified: string | undefined;
  readonly reads: Reads;
}

const compiledBySource = new Map<string, Expression>();

const NAME = /\$([\p{L}_][\p{L}\p{N}_]*)/gu;

/**
 * Bounds of an expression: depth of calls, as on the service; milliseconds of computing and values in one sequence,
 * in place of the time and the memory (about 7 MB) that the service gives.
 */
const GUARDS = { timeout: 2_000, stack: 100, sequence: 350_000 };

/** The interpreter counts what it evaluates side by side as nested. */
const WIDE_STACK = 2_000;

/** What the service says when an expression goes over one of its bounds, by the library's code. */
const OVER_BOUNDS: ReadonlyMap<unknown, string> = new Map([
  [
    'D1011',
    `Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=${GUARDS.stack + 1} max=${GUARDS.stack}`,
  ],
  ['D1012', 'Expression evaluation timeout: Check for infinite loop'],
  ['D2014', 'Expression evaluation memory limit exceeded'],
  ['D2015', 'Expression evaluation memory limit exceeded'],
]);

/** Parses an expression; throws the library's error for one that is not JSONata. */
export function compileExpression(source: string): Expression {
  const known = compiledBySource.get(source);
  if (known) return known;
  const guards = { ...GUARDS };
  const compiled = jsonata(source, guards);
  const tree: unknown = compiled.ast();
  const reads = readsOf(tree);
  if (reads.wide) guards.stack = WIDE_STACK;
  const expression = {
    source,
    compiled,
    // One that may be too deep is for the interpreter to refuse.
    quick: reads.depth > GUARDS.stack ? undefined : quickExpression(tree),
    names: [...new Set(source.matchAll(NAME).map(([, name = '']) => name))],
    unqualified: unqualifiedName(tree),
    reads,
  };
  compiledBySource.set(source, expression);
  return expression;
}

/**
 * The value of an expression, never undefined. `field` is where it stands, e.g. `Output/result`.
 * Throws EvaluationError when it fails, gives nothing or gives something that is no JSON.
 */
export function evaluateExpression(
  expression: Expression,
  scope: Scope,
  field: string,
): Json | Promise<Json> {
  const quick = expression.quick?.(scope);
  return quick === undefined || quick === UNSURE ? interpret(expression, scope, field) : quick;
}

async function interpret(expression: Expression, scope: Scope, field: string): Promise<Json> {
  const { source } = expression;
  const result = await run(expression, scope, field);
  if (result === undefined) throw new EvaluationError(nothing(source, field), field);
  const value = plain(result);
  if (value === undefined) {
    throw new EvaluationError(`${named(source, field)} returned an unsupported result type.`, field);
  }
  return value;
}

/** `The JSONata expression '…' specified for the field '…'`, the service's words. */
export function named(source: string, field: string): string {
  return `The JSONata expression '${source}' specified for the field '${field}'`;
}

function nothing(source: string, field: string): string {
  return `${named(source, field)} returned nothing (undefined).`;
}

async function run({ source, compiled, names }: Expression, scope: Scope, field: string): Promise<unknown> {
  try {
    const bindings: Record<string, unknown> = {};
    for (const name of names) {
      const value = name === 'states' ? scope.states() : scope.variable(name);
      if (value !== undefined) bindings[name] = value;
      else if (isOverridden(name)) bindings[name] = libraryFunction(name, scope);
    }
    const result: unknown = await compiled.evaluate(undefined, bindings);
    return result;
  } catch (error) {
    throw new EvaluationError(
      `${named(source, field)} threw an error during evaluation${ending(error)}`,
      field,
    );
  }
}

function ending(error: unknown): string {
  if (typeof error !== 'object' || error === null) return `: ${String(error)}`;
  const overBounds = 'code' in error ? OVER_BOUNDS.get(error.code) : undefined;
  if (overBounds !== undefined) return `: ${overBounds}`;
  const message = 'message' in error ? String(error.message) : 'unknown error';
  return 'code' in error && typeof error.code === 'string' ? `. ${error.code}: ${message}` : `: ${message}`;
}

/** A copy that is nothing but JSON: the library marks its arrays and may give functions; undefined then. */
function plain(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  // As the service writes what JSON has no number for: `1/0` is the text `Infinity`.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (Array.isArray(value)) return plainArray(value);
  if (typeof value !== 'object' || isLibraryValue(value)) return undefined;
  const copy: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    const itemCopy = plain(item);
    if (itemCopy === undefined) return undefined;
    copy[key] = itemCopy;
  }
  return copy;
}

function plainArray(values: readonly unknown[]): Json | undefined {
  const copy: Json[] = [];
  for (const item of values) {
    if (item === undefined) continue;
    const itemCopy = plain(item);
    if (itemCopy === undefined) return undefined;
    copy.push(itemCopy);
  }
  return copy;
}

/** Functions and patterns of the library are objects with these marks. */
function isLibraryValue(value: object): boolean {
  return '_jsonata_lambda' in value || '_jsonata_function' in value;
}
