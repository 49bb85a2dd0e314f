import type { Json } from './json.ts';
import { QUICK_FUNCTIONS, type Quick, UNSURE, textOf } from './quick-functions.ts';
import { type Lookup, descend, refer } from './reference.ts';

/**
 * Evaluates a simple expression without JSONata's interpreter, which takes some hundred times as long: references,
 * literals, comparisons, sums, texts put together and a few functions. Wherever the language has a rule of its own,
 * for a sequence, a value of another type or one that is missing, it says UNSURE, and the interpreter decides.
 */
export type QuickExpression = (scope: Lookup) => Quick;

/** A part of a parsed expression, as the JSONata parser gives it. */
interface Node {
  readonly type?: unknown;
  readonly value?: unknown;
  readonly [part: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The quick way to evaluate a parsed expression, or undefined when there is none. */
export function quickExpression(tree: unknown): QuickExpression | undefined {
  if (!isNode(tree)) return undefined;
  switch (tree.type) {
    case 'string':
    case 'number':
    case 'value':
      return only(tree, ['value']) ? literal(tree.value) : undefined;
    case 'variable':
      return variable(tree);
    case 'path':
      return path(tree);
    case 'binary':
      return only(tree, ['value', 'lhs', 'rhs']) ? binary(tree) : undefined;
    case 'condition':
      return condition(tree);
    case 'block':
      return only(tree, ['expressions']) ? single(tree['expressions']) : undefined;
    case 'unary':
      return tree.value === '[' && only(tree, ['value', 'expressions']) ? array(tree) : undefined;
    case 'function':
      return only(tree, ['value', 'name', 'arguments', 'procedure']) ? call(tree) : undefined;
    default:
      return undefined;
  }
}

/** Whether a node has nothing else to say than its type, its place and these parts. */
const only = (node: Node, parts: readonly string[]): boolean =>
  Object.keys(node).every((key) => key === 'type' || key === 'position' || parts.includes(key));

const literal =
  (value: unknown): QuickExpression =>
  () =>
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : UNSURE;

const single = (expressions: unknown): QuickExpression | undefined =>
  Array.isArray(expressions) && expressions.length === 1 ? quickExpression(expressions[0]) : undefined;

/** `$name`, or `$name[index]`. */
function variable(node: Node): QuickExpression | undefined {
  const { value: name, predicate } = node;
  if (typeof name !== 'string' || name === '' || name === '$' || !only(node, ['value', 'predicate']))
    return undefined;
  // `$states` as a whole is made anew for each evaluation: the interpreter copies it.
  if (name === 'states') return undefined;
  const whole = refer(name, []);
  if (predicate === undefined) return whole;
  const index = Array.isArray(predicate) && predicate.length === 1 ? filter(predicate[0]) : undefined;
  return index && ((scope) => itemOf(whole(scope), index(scope)));
}

const filter = (node: unknown): QuickExpression | undefined =>
  isNode(node) && node.type === 'filter' && only(node, ['expr']) ? quickExpression(node['expr']) : undefined;

function itemOf(list: Quick, index: Quick): Quick {
  if (!Array.isArray(list) || typeof index !== 'number' || !Number.isInteger(index) || index < 0)
    return UNSURE;
  const item: Json | undefined = list[index];
  return Array.isArray(item) ? UNSURE : item;
}

/** A variable and names after it; an array on the way has rules of its own. */
function path(node: Node): QuickExpression | undefined {
  const { steps } = node;
  if (!only(node, ['steps']) || !Array.isArray(steps)) return undefined;
  const [first, ...rest]: unknown[] = steps;
  const names = rest.flatMap((step) =>
    isNode(step) && step.type === 'name' && typeof step.value === 'string' && only(step, ['value'])
      ? step.value
      : [],
  );
  if (!isNode(first) || first.type !== 'variable' || names.length !== rest.length) return undefined;
  if (first['predicate'] === undefined && only(first, ['value']) && typeof first.value === 'string')
    return first.value === '' || first.value === '$' || wholeState(first.value, names)
      ? undefined
      : refer(first.value, names);
  const from = variable(first);
  if (!from) return undefined;
  return (scope) => {
    const value = from(scope);
    return value === UNSURE || value === undefined ? UNSURE : descend(value, names);
  };
}

/** What of `$states` is made anew for each evaluation as a whole. */
export const wholeState = (name: string, names: readonly string[]): boolean =>
  name === 'states' && (names.length === 0 || (names.length === 1 && names[0] === 'context'));

function condition(node: Node): QuickExpression | undefined {
  const [test, then, otherwise] = ['condition', 'then', 'else'].map((part) => quickExpression(node[part]));
  if (!test || !then || !otherwise || !only(node, ['value', 'condition', 'then', 'else'])) return undefined;
  return (scope) => {
    const holds = test(scope);
    if (typeof holds !== 'boolean') return UNSURE;
    return holds ? then(scope) : otherwise(scope);
  };
}

/** Items that are arrays themselves would be joined. */
function array({ expressions }: Node): QuickExpression | undefined {
  if (!Array.isArray(expressions)) return undefined;
  const items = expressions.map(quickExpression);
  return items.includes(undefined) ? undefined : (scope) => listOf(items, scope);
}

function listOf(items: readonly (QuickExpression | undefined)[], scope: Lookup): Quick {
  const values: Json[] = [];
  for (const item of items) {
    const value = item?.(scope);
    if (value === undefined || value === UNSURE || Array.isArray(value)) return UNSURE;
    values.push(value);
  }
  return values;
}

/** A function of the library by its own name; a variable of that name hides it. */
function call({ arguments: given, procedure }: Node): QuickExpression | undefined {
  const argument = single(given);
  if (!argument || !isNode(procedure) || procedure.type !== 'variable') return undefined;
  const { value: name } = procedure;
  const known = typeof name === 'string' && only(procedure, ['value']) && QUICK_FUNCTIONS.get(name);
  if (typeof name !== 'string' || !known) return undefined;
  return (scope) => (scope.variable(name) === undefined ? known(argument(scope)) : UNSURE);
}

function binary({ value: operator, lhs, rhs }: Node): QuickExpression | undefined {
  const left = quickExpression(lhs);
  const right = quickExpression(rhs);
  if (!left || !right) return undefined;
  if (operator === 'and' || operator === 'or') return logic(operator === 'or', left, right);
  const combine = typeof operator === 'string' ? OPERATORS.get(operator) : undefined;
  return combine && ((scope) => combine(left(scope), right(scope)));
}

function logic(decisive: boolean, left: QuickExpression, right: QuickExpression): QuickExpression {
  return (scope) => {
    const first = left(scope);
    if (typeof first !== 'boolean') return UNSURE;
    if (first === decisive) return first;
    const second = right(scope);
    return typeof second === 'boolean' ? second : UNSURE;
  };
}

/** Nothing equals nothing, not even itself. */
function equal(left: Quick, right: Quick): Quick {
  if (left === UNSURE || right === UNSURE) return UNSURE;
  if (left === undefined || right === undefined) return false;
  const nested = (value: Json): boolean => typeof value === 'object' && value !== null;
  return nested(left) && nested(right) ? UNSURE : left === right;
}

const ofNumbers =
  (combine: (left: number, right: number) => number) =>
  (left: Quick, right: Quick): Quick => {
    if (typeof left !== 'number' || typeof right !== 'number') return UNSURE;
    const value = combine(left, right);
    return Number.isFinite(value) ? value : UNSURE;
  };

const ordered =
  (compare: (left: number | string, right: number | string) => boolean) =>
  (left: Quick, right: Quick): Quick => {
    const alike =
      (typeof left === 'number' && typeof right === 'number') ||
      (typeof left === 'string' && typeof right === 'string');
    return alike ? compare(left, right) : UNSURE;
  };

/** Whether a list holds a value; one of lists or objects is for the interpreter. */
function within(item: Quick, list: Quick): Quick {
  if (!Array.isArray(list) || item === UNSURE || item === undefined) return UNSURE;
  const nested = (value: Json): boolean => typeof value === 'object' && value !== null;
  return nested(item) || list.some(nested) ? UNSURE : list.includes(item);
}

const OPERATORS: ReadonlyMap<string, (left: Quick, right: Quick) => Quick> = new Map([
  ['=', equal],
  ['in', within],
  ['+', ofNumbers((left, right) => left + right)],
  ['-', ofNumbers((left, right) => left - right)],
  ['*', ofNumbers((left, right) => left * right)],
  ['/', ofNumbers((left, right) => left / right)],
  ['<', ordered((left, right) => left < right)],
  ['<=', ordered((left, right) => left <= right)],
  ['>', ordered((left, right) => left > right)],
  ['>=', ordered((left, right) => left >= right)],
  [
    '&',
    (left, right): Quick => {
      const [one, other] = [textOf(left), textOf(right)];
      return typeof one === 'string' && typeof other === 'string' ? one + other : UNSURE;
    },
  ],
]);
