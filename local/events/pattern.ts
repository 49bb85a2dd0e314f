import { type Json, type JsonObject, isObject } from '../assembly/json.ts';

type Test = (value: Json | undefined) => boolean;

const isText = (value: Json | undefined): value is string => typeof value === 'string';
const text = (operand: Json, operator: string): string => {
  if (typeof operand === 'string') return operand;
  throw new Error(`event pattern: ${operator} takes text, not ${JSON.stringify(operand)}`);
};

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

function numeric(operand: Json): Test {
  if (!Array.isArray(operand) || operand.length % 2 !== 0)
    throw new Error('event pattern: numeric takes pairs');
  const tests = Array.from({ length: operand.length / 2 }, (_, index) => {
    const [operator, bound] = [operand[index * 2], operand[index * 2 + 1]];
    const compare = typeof operator === 'string' ? comparisons[operator] : undefined;
    if (compare === undefined || typeof bound !== 'number') {
      throw new Error(`event pattern: numeric does not know ${JSON.stringify(operand)}`);
    }
    return (value: number): boolean => compare(value, bound);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function wildcard(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}

function anythingBut(operand: Json): Test {
  if (isObject(operand)) {
    const excluded = matcher(operand);
    return (value) => value !== undefined && !excluded(value);
  }
  const list = Array.isArray(operand) ? operand : [operand];
  return (value) => value !== undefined && !list.some((item) => item === value);
}

/** `{"prefix": "x"}` and `{"prefix": {"equals-ignore-case": "x"}}`. */
function affix(name: string, operand: Json, matches: (value: string, affix: string) => boolean): Test {
  if (isObject(operand)) {
    const folded = text(operand['equals-ignore-case'] ?? null, name).toLowerCase();
    return (value) => isText(value) && matches(value.toLowerCase(), folded);
  }
  const expected = text(operand, name);
  return (value) => isText(value) && matches(value, expected);
}

/** Source: EventBridge user guide, "Comparison operators for use in event patterns". `cidr` is refused by name. */
function matcher(rule: JsonObject): Test {
  const [[operator, operand] = ['', null], ...more] = Object.entries(rule);
  if (more.length > 0) throw new Error(`event pattern: one operator at a time: ${JSON.stringify(rule)}`);
  switch (operator) {
    case 'exists':
      return (value) => (value !== undefined) === operand;
    case 'prefix':
      return affix(operator, operand, (value, prefix) => value.startsWith(prefix));
    case 'suffix':
      return affix(operator, operand, (value, suffix) => value.endsWith(suffix));
    case 'equals-ignore-case': {
      const expected = text(operand, operator).toLowerCase();
      return (value) => isText(value) && value.toLowerCase() === expected;
    }
    case 'wildcard': {
      const expression = wildcard(text(operand, operator));
      return (value) => isText(value) && expression.test(value);
    }
    case 'numeric':
      return numeric(operand);
    case 'anything-but':
      return anythingBut(operand);
    default:
      throw new Error(`event pattern: the operator ${operator} is not supported on the laptop`);
  }
}

function leaf(rules: readonly Json[]): Test {
  const tests = rules.map((rule): Test => (isObject(rule) ? matcher(rule) : (value) => value === rule));
  // An array in the event matches when one of its elements does.
  return (value) =>
    tests.some((test) => (Array.isArray(value) ? value.some((item) => test(item)) : test(value)));
}

/**
 * Compiles an event pattern into a test of events; Lambda's filter criteria are the same language.
 * Throws an Error that names an operator the laptop does not know.
 */
export function compilePattern(pattern: JsonObject): (event: JsonObject) => boolean {
  const test = compileObject(pattern);
  return (event) => test(event);
}

function compileObject(pattern: JsonObject): Test {
  const tests = Object.entries(pattern).map(([key, rule]): ((event: JsonObject) => boolean) => {
    if (key === '$or') {
      if (!Array.isArray(rule)) throw new Error('event pattern: $or takes a list');
      const alternatives = rule.map((one) => compileObject(isObject(one) ? one : {}));
      return (event) => alternatives.some((alternative) => alternative(event));
    }
    if (Array.isArray(rule)) {
      const test = leaf(rule);
      return (event) => test(event[key]);
    }
    if (!isObject(rule)) throw new Error(`event pattern: ${key} must be a list or an object`);
    const test = compileObject(rule);
    return (event) => test(event[key] ?? {});
  });
  return (value) => {
    if (Array.isArray(value)) return value.some((item) => compileObject(pattern)(item));
    return isObject(value) && tests.every((test) => test(value));
  };
}
