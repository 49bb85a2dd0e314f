import { expect, test } from 'vitest';

import { describeJsonError, describeJsonText } from '../../../../simulator/asl/definition/json-error.ts';

const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

test.each([
  ['not', `Unrecognized token 'not': was expecting ${VALUES}`, 4],
  ['{"a": tru}', `Unrecognized token 'tru': was expecting ${VALUES}`, 10],
  ["{'a': 1}", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 3],
  ['{"a": 1,}', "Unexpected character ('}' (code 125)): was expecting double-quote to start field name", 10],
  [
    '{"a" 1}',
    "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
    7,
  ],
  [
    '{"a": 1 "b": 2}',
    `Unexpected character ('"' (code 34)): was expecting comma to separate Object entries`,
    10,
  ],
  ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 5],
  ['{"a": }', "Unexpected character ('}' (code 125)): expected a value", 8],
  ['[1, ]', `Unexpected character (']' (code 93)): expected a valid value ${VALUES}`, 6],
  ['"a', 'Unexpected end-of-input: was expecting closing quote for a string value', 3],
  ['{"a', 'Unexpected end-of-input in field name', 4],
  ['{"a":', 'Unexpected end-of-input within/between Object entries', 6],
  ['{"a": 1,', 'Unexpected end-of-input within/between Object entries', 9],
  ['"\\x"', "Unrecognized character escape 'x' (code 120)", 4],
  ['1 2', `Unexpected character ('2' (code 50)): expected a valid value ${VALUES}`, 4],
])('%s', (text, said, column) => {
  expect(() => void JSON.parse(text)).toThrow(SyntaxError);
  expect(describeJsonText(text)).toBe(said);
  expect(describeJsonError(text).location).toBe(`[Source: (String)"${text}"; line: 1, column: ${column}]`);
});

test('a number too large for one is a fault, though JavaScript reads it', () => {
  expect(describeJsonText('[1, 1E400]')).toBe('Numeric value (1E400) out of range');
  expect(describeJsonError('[1, 1E400]').location).toContain('column: 10');
});

test('what is not closed is told with its beginning, on its line', () => {
  const text = '{\n  "States": [\n';
  const source = `[Source: (String)"${text}"; line:`;
  expect(describeJsonError(text)).toEqual({
    severity: 'ERROR',
    code: 'INVALID_JSON_DESCRIPTION',
    message: `Unexpected end-of-input: expected close marker for Array (start marker at ${source} 2, column: 13])\n at ${source} 3, column: 1]`,
    location: `${source} 3, column: 1]`,
  });
  expect(describeJsonText('{"a": [1}')).toBe(
    `Unexpected close marker '}': expected ']' (for Array starting at [Source: (String)"{"a": [1}"; line: 1, column: 7])`,
  );
});

test('of a long text the beginning is shown', () => {
  expect(describeJsonError(`{${' '.repeat(600)}`).location).toMatch(
    / {499}"\[truncated 101 chars\]; line: 1/,
  );
});
