import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { draw } from '../../../../web/console/workflows/graph/layout.ts';
import type { Box } from '../../../../web/console/workflows/graph/layout.ts';
import { everyState, graphOf } from '../../../../web/console/workflows/graph/machine.ts';

const machines = readdirSync('workflows')
  .filter((file) => file.endsWith('.asl.json'))
  .map((file) => ({ file, text: readFileSync(`workflows/${file}`, 'utf8') }));

function graph(text: string) {
  const read = graphOf(text);
  if (read === undefined) throw new Error('there is no graph');
  return read;
}

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

describe.each(machines)('$file', ({ text }) => {
  const drawing = draw(graph(text));

  test('shows every state once', () => {
    const names = [...text.matchAll(/"States"/g)].length;
    expect(names).toBeGreaterThan(0);
    const shown = drawing.boxes.map(({ state }) => state.name);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown.toSorted()).toEqual(
      everyState(graph(text))
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(shown.length).toBe([...text.matchAll(/^ +"Type": "/gm)].length);
  });

  test('lets no two states of a block cover each other', () => {
    const covered = drawing.boxes.flatMap((one, index) =>
      drawing.boxes
        .slice(index + 1)
        .filter((other) => one.within === other.within && overlap(one, other))
        .map((other) => `${one.state.name}, ${other.state.name}`),
    );
    expect(covered).toEqual([]);
  });

  test('keeps what a state holds inside of it', () => {
    for (const box of drawing.boxes) {
      if (box.within === undefined) continue;
      const holder = drawing.boxes.find(({ state }) => state.name === box.within);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(holder?.width ?? 0);
      expect(box.y + box.height).toBeLessThanOrEqual(holder?.height ?? 0);
    }
  });
});

test('ways are told apart', () => {
  const { ways } = graph(
    JSON.stringify({
      StartAt: 'A',
      States: {
        A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'B' }], Default: 'C' },
        B: { Type: 'Task', Next: 'C', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'A' }] },
        C: { Type: 'Succeed' },
      },
    }),
  );
  expect(ways).toEqual([
    { from: 'A', to: 'B', kind: 'choice' },
    { from: 'A', to: 'C', kind: 'default' },
    { from: 'B', to: 'C', kind: 'next' },
    { from: 'B', to: 'A', kind: 'catch' },
  ]);
});

test('what is half written is left out, and no text is no graph', () => {
  const half = graph('{ "States": { "A": { "Next": "nowhere" }, "B": { "Type": "Pass", "Next": 3 } } }');
  expect(half.states.map(({ name, type }) => [name, type])).toEqual([
    ['A', '?'],
    ['B', 'Pass'],
  ]);
  expect(half.ways).toEqual([]);
  expect(graphOf('{ "States": ')).toBeUndefined();
  expect(graphOf('{}')).toBeUndefined();
});
