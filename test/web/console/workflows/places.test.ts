import { expect, test } from 'vitest';
import { offsetOf } from '../../../../web/console/editor/offset-of.ts';
import { rangeOf } from '../../../../web/console/editor/node-at.ts';
import { stateAt, wordEnd } from '../../../../web/console/workflows/places.ts';

const text = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Map", "ItemProcessor": { "States": { "C": { "Type": "Pass" } } } }
  }
}`;

test('a state is found by the place of the cursor, the innermost one', () => {
  expect(stateAt(text, text.indexOf('"Pass"'))).toBe('A');
  expect(stateAt(text, text.lastIndexOf('"Pass"'))).toBe('C');
  expect(stateAt(text, text.indexOf('"Map"'))).toBe('B');
  expect(stateAt(text, 4)).toBeUndefined();
});

test('and its place by the state', () => {
  const range = rangeOf(text, ['States', 'A']);
  expect(text.slice(range?.from, range?.to)).toBe('"A": { "Type": "Pass", "Next": "B" }');
  expect(rangeOf(text, ['States', 'Z'])).toBeUndefined();
  expect(rangeOf('{ "States": ', ['States', 'Z'])).toBeUndefined();
});

test('lines and columns count from 1, and never lead out of the text', () => {
  expect(text.slice(offsetOf(text, 4, 5), offsetOf(text, 4, 8))).toBe('"A"');
  expect(offsetOf(text, 99, 1)).toBeLessThanOrEqual(text.length);
  expect(text.slice(offsetOf(text, 2, 3), wordEnd(text, offsetOf(text, 2, 3)))).toBe('"StartAt"');
});
