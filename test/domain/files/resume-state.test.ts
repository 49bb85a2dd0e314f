import { expect, test } from 'vitest';
import { stateOfTag } from '../../../domain/files/resume-state.ts';

test.each([
  [undefined, 'scanning'],
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'threat'],
  ['UNSUPPORTED', 'unscannable'],
  ['ACCESS_DENIED', 'unscannable'],
  ['FAILED', 'unscannable'],
  ['something new', 'unscannable'],
])('A résumé tagged %s is %s', (tag, state) => {
  expect(stateOfTag(tag)).toBe(state);
});
