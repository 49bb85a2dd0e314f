import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';

import { hash } from '../../../../simulator/asl/functions/hash.ts';
import { parse } from '../../../../simulator/asl/functions/parse.ts';
import { partition } from '../../../../simulator/asl/functions/partition.ts';
import { randomNumber } from '../../../../simulator/asl/functions/random.ts';
import { range } from '../../../../simulator/asl/functions/range.ts';

test('$partition makes chunks; the last may be shorter', () => {
  expect(partition([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(partition([1], 9.9)).toEqual([[1]]);
  expect(partition([1, 2, 3])).toEqual([[1, 2, 3]]);
  expect(partition(1, 2)).toEqual([[1]]);
});

test('$range counts up and down, the end included; arguments are cut towards zero', () => {
  expect(range(0, 6, 2)).toEqual([0, 2, 4, 6]);
  expect(range(5, 1, -2)).toEqual([5, 3, 1]);
  expect(range(-1.7, 2, 1)).toEqual([-1, 0, 1, 2]);
  expect(range(3, 3, 1)).toBe(3);
  expect(range(5, 1, 1)).toBeUndefined();
  expect(range(1, 2, 0)).toBeUndefined();
});

test.each([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
])('$hash knows %s', async (algorithm, name) => {
  for (const text of ['', 'input', 'é€😀', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(200)])
    expect(await hash(text, algorithm)).toBe(createHash(name).update(text).digest('hex'));
});

test('$random with a seed gives what the service gives', () => {
  expect(randomNumber(() => 0.5)(42)).toBe(0.727_563_680_032_868_1);
  expect(randomNumber(() => 0.5)()).toBe(0.5);
});

test('$parse reads JSON', () => {
  expect(parse('{"a":[1]}')).toEqual({ a: [1] });
  expect(parse('{"a":{"b":1},"b":[{"b":2},{"b":3}]}')).toEqual({ a: { b: 1 }, b: [{ b: 2 }, { b: 3 }] });
});
