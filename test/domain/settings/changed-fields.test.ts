import { expect, test } from 'vitest';
import { changedFields } from '../../../domain/settings/changed-fields.ts';

const before = { staff: [{ es: 'a', fr: 'b' }], promises: { shortlist: { within: 'PT48H' }, question: 1 } };

test('names the parts that differ, as deep as that helps', () => {
  const after = { ...before, promises: { shortlist: { within: 'PT36H' }, question: 1 } };
  expect(changedFields(before, after)).toEqual(['promises.shortlist']);
  expect(changedFields(undefined, before)).toEqual(['staff', 'promises']);
});

test('the order of keys, which a table does not keep, is no difference', () => {
  const after = { ...before, staff: [{ fr: 'b', es: 'a' }] };
  expect(changedFields(before, after)).toEqual([]);
});
