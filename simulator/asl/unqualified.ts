/** A part of a parsed expression, as the JSONata parser gives it. */
export interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

/**
 * The first name an expression reads from the context item, e.g. `phone` in `phone & 'x'`. In Step Functions there is
 * none at the top level: input is `$states.input`. Inside a path, a filter or a function there is, so those are not
 * looked into. `$` and `$$` are context items as well.
 */
export function unqualifiedName(syntaxTree: unknown): string | undefined {
  if (!isNode(syntaxTree)) return undefined;
  const { type, value } = syntaxTree;
  if (type === 'name') return typeof value === 'string' ? value : undefined;
  if (type === 'variable') return value === '' || value === '$' ? `$${value}` : undefined;
  if (type === 'path')
    return unqualifiedName(Array.isArray(syntaxTree['steps']) ? syntaxTree['steps'][0] : undefined);
  if (type === 'lambda' || type === 'transform') return undefined;
  for (const part of PARTS) {
    for (const inner of flat(syntaxTree[part])) {
      const found = unqualifiedName(inner);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Where the parser keeps the parts that are evaluated with the same context item. */
const PARTS = [
  'lhs',
  'rhs',
  'expression',
  'expressions',
  'procedure',
  'arguments',
  'condition',
  'then',
  'else',
];

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The nodes in a part: one, a list, or the pairs of an object constructor. */
function flat(part: unknown): unknown[] {
  return Array.isArray(part) ? part.flat(2) : [part];
}
