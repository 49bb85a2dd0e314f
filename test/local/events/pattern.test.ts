import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../local/assembly/json.ts';
import { compilePattern } from '../../../local/events/pattern.ts';

const event = {
  source: 'shop',
  detail: { kind: 'order', total: 12, tags: ['new', 'gift'], note: null, items: [{ id: 'a' }] },
};
const matches = (pattern: JsonObject): boolean => compilePattern(pattern)(event);

describe('an event pattern', () => {
  test.each<[string, JsonObject, boolean]>([
    ['a value of the list', { source: ['desk', 'shop'] }, true],
    ['no value of the list', { source: ['desk'] }, false],
    ['nested values, all of them', { source: ['shop'], detail: { kind: ['order'] } }, true],
    ['one of two that differs', { source: ['shop'], detail: { kind: ['return'] } }, false],
    ['one element of an array', { detail: { tags: ['gift'] } }, true],
    ['null', { detail: { note: [null] } }, true],
    ['objects in an array', { detail: { items: { id: ['a'] } } }, true],
    ['prefix', { detail: { kind: [{ prefix: 'or' }] } }, true],
    ['prefix in any case', { detail: { kind: [{ prefix: { 'equals-ignore-case': 'OR' } }] } }, true],
    ['suffix', { detail: { kind: [{ suffix: 'x' }] } }, false],
    ['equals-ignore-case', { detail: { kind: [{ 'equals-ignore-case': 'ORDER' }] } }, true],
    ['wildcard', { detail: { kind: [{ wildcard: 'o*r' }] } }, true],
    ['numeric range', { detail: { total: [{ numeric: ['>', 10, '<=', 12] }] } }, true],
    ['outside a numeric range', { detail: { total: [{ numeric: ['>', 12] }] } }, false],
    ['exists', { detail: { kind: [{ exists: true }] } }, true],
    ['exists false', { detail: { gone: [{ exists: false }] } }, true],
    ['anything-but', { detail: { kind: [{ 'anything-but': ['return'] }] } }, true],
    ['anything-but itself', { detail: { kind: [{ 'anything-but': 'order' }] } }, false],
    ['anything-but a prefix', { detail: { kind: [{ 'anything-but': { prefix: 'or' } }] } }, false],
    ['$or', { $or: [{ source: ['desk'] }, { detail: { total: [12] } }] }, true],
  ])('with %s', (_name, pattern, expected) => {
    expect(matches(pattern)).toBe(expected);
  });

  test('with an operator the laptop lacks is refused by its name', () => {
    expect(() => compilePattern({ ip: [{ cidr: '10.0.0.0/8' }] })).toThrow(
      'the operator cidr is not supported',
    );
  });
});
