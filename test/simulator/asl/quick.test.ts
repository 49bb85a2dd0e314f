import * as fc from 'fast-check';
import jsonata from 'jsonata';
import { expect, test } from 'vitest';
import { UNSURE } from '../../../simulator/asl/quick-functions.ts';
import { quickExpression } from '../../../simulator/asl/quick.ts';
import type { Json } from '../../../simulator/asl/json.ts';
import { definitions } from '../lint/shipped.ts';

const lookup = (variables: Readonly<Record<string, Json>>) => ({
  state: () => undefined,
  context: () => undefined,
  variable: (name: string) => variables[name],
});

const quickly = (source: string, variables: Readonly<Record<string, Json>>) =>
  quickExpression(jsonata(source).ast())?.(lookup(variables));

const leaves = `$a $b $c $missing $a.n $a.list $a.n.m $list[$i] $list[$i].n $list.n $list[0] $text $at 'x'
  "2026-03-02T09:00:00.000Z" 0 1 2.5 true null []`;
const leaf = fc.constantFrom(...leaves.split(/\s+/));
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const operator = fc.constantFrom(
    'in',
    '=',
    '!=',
    '<',
    '<=',
    '>',
    '>=',
    '+',
    '-',
    '*',
    '/',
    '&',
    'and',
    'or',
    'in',
  );
  const name = fc.constantFrom('toMillis', 'string', 'ceil', 'floor', 'max', 'min', 'count', 'not', 'sum');
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.tuple(inner, operator, inner).map(([left, by, right]) => `(${left}) ${by} (${right})`),
      fc.tuple(name, inner).map(([called, given]) => `$${called}(${given})`),
      fc.tuple(inner, inner, inner).map(([when, then, or]) => `(${when}) ? ${then} : ${or}`),
      fc.array(inner, { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    ),
  };
});
const values: readonly Json[] = JSON.parse(`[
  null, true, false, 0, 1, -2, 0.1, "x", "", "2026-03-02T09:00:00Z", [], [1], [1, 2], ["a", ["b"]], {},
  {"n": 1}, {"n": [1]}, {"n": {"m": "x"}}, {"list": [{"n": 1}]}, [{"n": 1}, {"n": [2, 3]}]
]`);
const some = fc.constantFrom(...values);
const variables = fc.record({ a: some, b: some, c: some, list: some, i: some, text: some, at: some });

test('what is quickly evaluated is what the interpreter gives', async () => {
  let quick = 0;
  await fc.assert(
    fc.asyncProperty(expression, variables, async (source, bound) => {
      const found = quickly(source, bound);
      if (found === UNSURE || found === undefined) return;
      quick += 1;
      const given: unknown = await jsonata(source).evaluate(undefined, { ...bound });
      expect([source, JSON.stringify(found)]).toEqual([source, JSON.stringify(given)]);
    }),
    { numRuns: 4_000, seed: 7 },
  );
  expect(quick).toBeGreaterThan(500);
});

test('all but a few expressions of the shipped machines need no interpreter', () => {
  const sources = [...definitions.values()].flatMap((text) =>
    [...text.matchAll(/"\{%(.*?)%\}"/g)].map(([, source = '']) => JSON.parse(`"${source.trim()}"`)),
  );
  const slow = sources.filter((source: string) => quickExpression(jsonata(source).ast()) === undefined);
  expect(sources.length).toBeGreaterThan(200);
  expect([...new Set(slow)]).toEqual([]);
});

test('a variable that hides a function is called by the interpreter', () => {
  expect(quickly('$max([1, 2])', {})).toBe(2);
  expect(quickly('$max([1, 2])', { max: 1 })).toBe(UNSURE);
});
