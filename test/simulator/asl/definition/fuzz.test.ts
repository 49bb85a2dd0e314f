import fc from 'fast-check';
import { expect, test } from 'vitest';

import { checkDefinition } from '../../../../simulator/asl/definition/parse.ts';
import type { Json } from '../../../../simulator/asl/json.ts';
import { INVOKE, Play } from '../play.ts';

const whole = {
  QueryLanguage: 'JSONata',
  TimeoutSeconds: 60,
  StartAt: 'A',
  States: {
    A: { Type: 'Pass', Assign: { a: '{% $states.input %}' }, Output: { o: '{% $a %}' }, Next: 'C' },
    C: { Type: 'Choice', Choices: [{ Condition: '{% true %}', Next: 'M' }], Default: 'P' },
    M: {
      Type: 'Map',
      Items: [1, 2],
      MaxConcurrency: 1,
      ItemSelector: { v: '{% $states.context.Map.Item.Value %}' },
      ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Wait', Seconds: 1, End: true } } },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'F' }],
      Next: 'T',
    },
    P: { Type: 'Parallel', Branches: [{ StartAt: 'S', States: { S: { Type: 'Succeed' } } }], Next: 'T' },
    T: {
      ...INVOKE,
      TimeoutSeconds: 5,
      Retry: [{ ErrorEquals: ['X'], MaxAttempts: 1, BackoffRate: 1.5 }],
      End: true,
    },
    F: { Type: 'Fail', Error: 'E', Cause: '{% $states.context.State.Name %}' },
  },
} satisfies Json;

/** All places in a JSON value. */
function places(value: Json, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => places(item, [...at, key]))];
}

/** The value with something else in one place. */
function replaced(value: Json, [key, ...rest]: readonly (string | number)[], other: Json): Json {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? replaced(item, rest, other) : item));
  return { ...Object(value), [key]: replaced(Object(value)[key], rest, other) };
}

const json = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
  fc.constantFrom<Json>(
    '{% $a %}',
    '{% 1 %}',
    '{% $states.input %}',
    '{% ( %}',
    'A',
    'P',
    'JSONPath',
    -1,
    0,
    1.5,
    [],
    {},
    true,
  ),
);

test('any change to a definition gives findings or a machine that runs, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places(whole)), json, async (place, other) => {
      const definition = replaced(whole, place, other);
      const { machine } = checkDefinition(JSON.stringify(definition));
      if (!machine) return;
      const play = await new Play(Object(definition), { n: 1 }).run();
      await play.pass(120);
      expect(play.execution.status).not.toBe('RUNNING');
      expect(play.events.map(({ id }) => id)).toEqual(play.events.map((_, index) => index + 1));
      expect(play.events.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
    }),
    { numRuns: 400, seed: 20_260_302 },
  );
});
