/** A part of a parsed expression, as the JSONata parser gives it. */
export interface Syntax {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of an expression, itself first, at any depth. */
export function* partsOf(value: unknown): Generator<Syntax> {
  if (Array.isArray(value)) {
    for (const item of value) yield* partsOf(item);
  } else if (isSyntax(value)) {
    yield value;
    for (const part of Object.values(value)) yield* partsOf(part);
  }
}

/** A variable and the names that follow it: `$gate.status` is `gate` and `['status']`. */
export interface Reference {
  readonly variable: string;
  readonly steps: readonly string[];
  /** Whether more than names follow: a filter, a wildcard, a function. */
  readonly exact: boolean;
}

/** The reference that a part of an expression is; undefined when it is something else. */
export function referenceOf(part: unknown): Reference | undefined {
  if (!isSyntax(part)) return undefined;
  if (part.type === 'variable') {
    const exact = part['predicate'] === undefined;
    return { variable: String(part.value), steps: [], exact };
  }
  const steps = part['steps'];
  if (part.type !== 'path' || !Array.isArray(steps)) return undefined;
  const [first, ...rest]: unknown[] = steps;
  if (!isSyntax(first) || first.type !== 'variable') return undefined;
  const names: string[] = [];
  let exact = true;
  for (const step of rest) {
    if (!isSyntax(step) || step.type !== 'name') {
      exact = false;
      break;
    }
    names.push(String(step.value));
  }
  return { variable: String(first.value), steps: names, exact };
}

/** Every reference in an expression; a path counts once, with the names that follow its variable. */
export function referencesIn(syntax: unknown): Reference[] {
  const inPaths = new Set<unknown>();
  const found: Reference[] = [];
  for (const part of partsOf(syntax)) {
    if (inPaths.has(part)) continue;
    const reference = referenceOf(part);
    if (!reference) continue;
    const steps = part['steps'];
    if (Array.isArray(steps)) inPaths.add(steps[0]);
    if (reference.variable !== '' && reference.variable !== '$') found.push(reference);
  }
  return found;
}

/** Variables that an expression makes itself: `:=`, parameters of functions, `@$x` and `#$i`. */
export function ownVariables(syntax: unknown): Set<string> {
  const own = new Set<string>();
  for (const part of partsOf(syntax)) {
    if (part.type === 'bind' && isSyntax(part['lhs'])) own.add(String(part['lhs'].value));
    if (part.type === 'lambda' && Array.isArray(part['arguments']))
      for (const parameter of part['arguments']) if (isSyntax(parameter)) own.add(String(parameter.value));
    for (const name of [part['focus'], part['index']]) if (typeof name === 'string') own.add(name);
  }
  return own;
}

/** The functions an expression calls by name, without `$`. */
export function callsIn(syntax: unknown): Set<string> {
  const called = new Set<string>();
  for (const part of partsOf(syntax)) {
    if (part.type !== 'function' && part.type !== 'partial') continue;
    const procedure = part['procedure'];
    if (isSyntax(procedure) && procedure.type === 'variable') called.add(String(procedure.value));
  }
  return called;
}

/** A literal of an expression; undefined when it is none. */
export function literalOf(syntax: unknown): string | number | boolean | null | undefined {
  if (!isSyntax(syntax)) return undefined;
  const { type, value } = syntax;
  if (type === 'block' && Array.isArray(syntax['expressions']) && syntax['expressions'].length === 1)
    return literalOf(syntax['expressions'][0]);
  if (type !== 'string' && type !== 'number' && type !== 'value') return undefined;
  return typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    value === null
    ? value
    : undefined;
}
