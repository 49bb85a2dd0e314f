import { expect, test } from 'vitest';
import { declineReasons } from '../../../domain/reasons/decline-reasons.ts';

const licence = { code: 'licence', licence: 'a forklift licence', neededBy: '2026-03-16' };
const match = { code: 'closer-match', criterion: 'cash handling' };
const closed = { code: 'post-closed', outcome: 'filled', closedOn: '2026-03-03' };
const skill = { code: 'skill', skill: 'stock software', evidence: 'use of any' };

const paths = (input: unknown) =>
  declineReasons.safeParse(input).error?.issues.map((issue) => issue.path.join('.')) ?? [];

test('takes one to three reasons', () => {
  expect(paths([licence])).toEqual([]);
  expect(paths([licence, match, closed])).toEqual([]);
  expect(paths([])).toEqual(['']);
  expect(paths([licence, match, closed, skill])).toEqual(['']);
});

test('refuses the same reason twice', () => {
  expect(paths([match, { ...match, criterion: 'languages' }])).toEqual(['']);
});

test('has no "other"', () => {
  expect(paths([{ code: 'other', text: 'not the right fit' }])).toEqual(['0.code']);
});

test('demands every detail and refuses unknown ones', () => {
  expect(paths([{ code: 'licence', licence: 'a forklift licence' }])).toEqual(['0.neededBy']);
  expect(paths([{ ...match, note: 'x' }])).toEqual(['0']);
  expect(paths([{ ...match, criterion: ' ' }])).toEqual(['0.criterion']);
  expect(paths([{ ...match, criterion: 'two\nlines' }])).toEqual(['0.criterion']);
});
