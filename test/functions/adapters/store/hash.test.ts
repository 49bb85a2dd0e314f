import { expect, test } from 'vitest';
import { hashOf } from '../../../../functions/adapters/store/hash.ts';

test('the same content has the same hash, in whatever order the table gives its keys', () => {
  expect(hashOf([{ es: { role: 'a', hours: 'b' }, fr: {} }])).toBe(
    hashOf([{ fr: {}, es: { hours: 'b', role: 'a' } }]),
  );
  expect(hashOf(['a', 'b'])).not.toBe(hashOf(['b', 'a']));
});
