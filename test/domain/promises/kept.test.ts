import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdUntil, isRecordedAtClosing, kept } from '../../../domain/promises/kept.ts';
import { quarters } from '../calendar/calendars.ts';

const due = '2026-06-03T12:00:00Z';

describe('a promise', () => {
  test.each([
    ['2026-06-03T11:59:59.999Z', true],
    ['2026-06-03T12:00:00.000Z', true],
    ['2026-06-03T12:00:00.001Z', false],
  ])('answered at %s is kept: %s', (at, expected) => {
    expect(kept(due, at)).toBe(expected);
  });
});

describe('a decision can be undone', () => {
  test.each([
    ['for the whole window, long before the deadline', '2026-06-02T10:00:00Z', '2026-06-02T10:10:00.000Z'],
    ['until the deadline, shortly before it', '2026-06-03T11:55:00Z', '2026-06-03T12:00:00.000Z'],
    ['not at all, on the deadline itself', '2026-06-03T12:00:00Z', '2026-06-03T12:00:00.000Z'],
    [
      'not at all, once it is late and no new date was given',
      '2026-06-03T12:00:00.001Z',
      '2026-06-03T12:00:00.001Z',
    ],
  ])('%s', (_, decidedAt, expected) => {
    expect(holdUntil(decidedAt, due, 'PT10M')).toBe(expected);
  });

  test('never before it is made, never so long that a kept promise is broken', () => {
    fc.assert(
      fc.property(
        quarters,
        fc.integer({ min: -90, max: 90 }),
        fc.integer({ min: 0, max: 60 }),
        (due, early, window) => {
          const decidedAt = new Date(Date.parse(due) - early * 60_000).toISOString();
          const end = holdUntil(decidedAt, due, `PT${window}M`);
          expect(end >= decidedAt).toBe(true);
          expect(kept(due, end)).toBe(kept(due, decidedAt));
          expect(Date.parse(end) - Date.parse(decidedAt)).toBeLessThanOrEqual(window * 60_000);
        },
      ),
    );
  });

  test('for no window that counts days', () => {
    expect(() => holdUntil(due, due, 'P1D')).toThrow(/hours, minutes or seconds/);
  });
});

describe('the end of a promise', () => {
  const firstDue = '2026-03-04T09:00:00.000Z';
  test.each([
    ['kept', { kept: true, due: firstDue, firstDue }, true],
    ['settled by a person before the timer found it broken', { kept: false, due: firstDue, firstDue }, true],
    [
      'found broken by the timer, and told then',
      { kept: false, due: '2026-03-05T09:00:00.000Z', firstDue },
      false,
    ],
    ['nothing anybody was promised', { due: firstDue, firstDue }, false],
  ])('is told at its closing when it was %s: %o', (_, gate, told) => {
    expect(isRecordedAtClosing(gate)).toBe(told);
  });
});
