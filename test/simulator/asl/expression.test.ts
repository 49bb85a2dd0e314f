import { expect, test } from 'vitest';

import { type Scope, compileExpression, evaluateExpression } from '../../../simulator/asl/expression.ts';
import type { Json } from '../../../simulator/asl/json.ts';
import { seededRandom } from '../../../simulator/asl/random.ts';

function scope(variables: Record<string, Json>, input: Json = {}): Scope {
  return {
    states: () => ({ input, context: {} }),
    state: (name) => (name === 'input' ? input : undefined),
    context: () => undefined,
    variable: (name) => variables[name],
    now: Date.parse('2026-03-02T09:00:00Z'),
    random: seededRandom(1),
  };
}

async function evaluate(
  source: string,
  variables: Record<string, Json> = {},
  input: Json = {},
): Promise<Json> {
  return evaluateExpression(compileExpression(source), scope(variables, input), 'Output');
}

test.each([
  ['$states.input.a.b', { a: { b: [1] } }, [1]],
  ['$states.input.`a b`', { 'a b': null }, null],
  ['$states.input.list.n', { list: [{ n: 1 }, { n: 2 }] }, [1, 2]],
  ['$states.input.list.n', { list: [{ n: 1 }] }, 1],
  ['$states.input', [1, 2], [1, 2]],
])('%s of %j is %j', async (source, input, value) => {
  expect(await evaluate(source, {}, input)).toEqual(value);
});

test.each([
  ['1/0', 'Infinity'],
  ['-1/0', '-Infinity'],
  ['[1/$zero]', ['Infinity']],
  ['$one/$zero', 'Infinity'],
])('%s has no number in JSON: the service gives text', async (source, text) => {
  expect(await evaluate(source, { one: 1, zero: 0 })).toEqual(text);
});

test('a plain reference gives the very value, the interpreter a copy without its marks', async () => {
  const list = [{ n: 1 }];
  expect(await evaluate('$list', { list })).toBe(list);
  const mapped = await evaluate('$list.{"m": n}', { list });
  expect(mapped).toEqual({ m: 1 });
  expect(Object.keys((await evaluate('$append($list.n, 2)', { list })) ?? {})).toEqual(['0', '1']);
});

test.each([
  ['$nope', 'returned nothing (undefined).'],
  ['$states.input.nope', 'returned nothing (undefined).'],
  ['$map', 'returned an unsupported result type.'],
  ['$randomSeeded(1)', 'threw an error during evaluation. T1006: Attempted to invoke a non-function'],
  ['$eval("1")', 'threw an error during evaluation. T1006: Attempted to invoke a non-function'],
  [
    '$sum("a")',
    'threw an error during evaluation. T0412: Argument 1 of function "sum" must be an array of "numbers"',
  ],
])('%s fails in the words of the service', async (source, words) => {
  await expect(evaluate(source)).rejects.toThrow(
    `The JSONata expression '${source}' specified for the field 'Output' ${words}`,
  );
});

const signature = (name: string, index: number): string =>
  `T0410: Argument ${index} of function "${name}" does not match function signature`;

test.each([
  ['$range(1)', signature('range', 2)],
  ['$range("a", 5, 1)', signature('range', 1)],
  ['$range(1, 2, 3, 4)', signature('range', 4)],
  ['$partition(null, 2)', 'T0412: Argument 1 of function "partition" must be an array of "values"'],
  ['$partition([1, 2], -1)', 'D3137: Second argument must be zero or greater'],
  ['$partition([1], 1, 1)', signature('partition', 3)],
  ['$parse(null)', signature('parse', 1)],
  ['$parse(5)', signature('parse', 1)],
  ['$parse("1", 2)', signature('parse', 2)],
  ['$parse("bad")', 'D3137: Invalid JSON'],
  ['$parse("")', 'D3137: Invalid JSON'],
  ['$parse("1 2")', 'D3137: Invalid JSON'],
  [`$parse('{"a":1,"\\u0061":2}')`, 'D3137: Invalid JSON'],
  ['$parse("[1e400]")', 'D3137: Invalid JSON'],
  ['$parse($pad("", 20000, "["))', 'D3137: Invalid JSON'],
  ['$hash(42, "MD5")', signature('hash', 1)],
  ['$hash("a", 5)', signature('hash', 2)],
  ['$hash("x", "MD5", 1)', signature('hash', 3)],
  [
    '$hash("x", "md5")',
    'D3137: Unsupported hashing algorithm: md5. Use one of MD5, SHA-1, SHA-256, SHA-384, SHA-512',
  ],
  ['$random("a")', signature('random', 1)],
  ['$random(1, 2)', signature('random', 2)],
  ['$uuid(1)', signature('uuid', 1)],
  ['$millis(1)', signature('millis', 1)],
])('%s is refused in the words of JSONata', async (source, words) => {
  await expect(evaluate(source)).rejects.toThrow(`threw an error during evaluation. ${words}`);
});

test.each([
  '$range(5, 1, 1)',
  '$partition([], 2)',
  '$partition([1], 0)',
  '$parse($gone)',
  '$hash($gone, "MD5")',
])('%s gives nothing', async (source) => {
  await expect(evaluate(source)).rejects.toThrow('returned nothing (undefined).');
});

test('the added functions can be given on like those of JSONata', async () => {
  expect(await evaluate('$map(["1", "[2]"], $parse)')).toEqual([1, [2]]);
  expect(await evaluate('(  $to := $range(1, ?, 1); $to(3) )')).toEqual([1, 2, 3]);
  expect(await evaluate('[3] ~> $shuffle')).toEqual([3]);
});

const chain = (count: number): string => Array.from({ length: count }, () => '1').join(' + ');

test('calls are nested 100 deep at most, also where no interpreter is needed', async () => {
  expect(await evaluate(chain(90))).toBe(90);
  for (const source of [chain(102), '($f := function($n) { 1 + $f($n) }; $f(1))'])
    await expect(evaluate(source)).rejects.toThrow(
      'threw an error during evaluation: Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive. Depth=101 max=100',
    );
  expect(await evaluate('($f := function($n) { $n = 0 ? "done" : $f($n - 1) }; $f(1000))')).toBe('done');
  const wide = Array.from({ length: 300 }, (_, index) => `"k${index}": $states.input.a.b.c`).join(', ');
  expect(Object.keys(Object(await evaluate(`{${wide}}`, {}, { a: { b: { c: 1 } } })))).toHaveLength(300);
});

test.each(['$count([1..1000000])', '$count([1..100000000])', '$count([1..1000].$range(1, 1000, 1))'])(
  '%s takes more memory than there is',
  async (source) => {
    await expect(evaluate(source)).rejects.toThrow(': Expression evaluation memory limit exceeded');
  },
);

test('an expression that never ends is given up', async () => {
  await expect(evaluate('($f := function() { $f() }; $f())')).rejects.toThrow(
    ': Expression evaluation timeout: Check for infinite loop',
  );
});

test('time and chance come from the scope', async () => {
  expect(await evaluate('$now()')).toBe('2026-03-02T09:00:00.000Z');
  expect(await evaluate('$now("[D01].[M01].[Y0001]")')).toBe('02.03.2026');
  expect(await evaluate('$millis()')).toBe(1_772_442_000_000);
  expect(await evaluate('[$uuid(), $random(), $shuffle([1..5])]')).toEqual(
    await evaluate('[$uuid(), $random(), $shuffle([1..5])]'),
  );
  expect(await evaluate('$uuid()')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});

test.each([
  ["$x = 'a'", 'a', true],
  ['$x = "a"', 'b', false],
  ['$x = 1', 1, true],
  ['$x = -1.5', '-1.5', false],
  ['$x = true', true, true],
  ['$x = null', null, true],
  ['$x = 1', [1], false],
  ["$states.input.gone = 'a'", 1, false],
  ['$states.input.list.n = 1', 1, true],
  ["$gone = 'a'", 1, false],
])('%s where x is %j is %s, by the short way as by the interpreter', async (source, x, holds) => {
  const input = { list: [{ n: 1 }] };
  expect(await evaluate(source, { x }, input)).toBe(holds);
  expect(await evaluate(`(${source})`, { x }, input)).toBe(holds);
});

test('$states as a whole can be given on', async () => {
  expect(await evaluate('$states', {}, 1)).toEqual({ input: 1, context: {} });
});
