import { expect, it } from 'vitest';
import { daysOf, lastDays, lastWeeks, weeksOf } from '../../../domain/record/period.ts';
import { percentOf } from '../../../domain/record/share.ts';

it('A period has its first day and its last, over a change of the clock too', () => {
  const period = { from: '2026-03-28', to: '2026-03-30' };
  expect(daysOf(period)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
});

it('Weeks begin on Monday, also across the turn of the year', () => {
  expect(weeksOf({ from: '2025-12-31', to: '2026-01-12' })).toEqual([
    { from: '2025-12-31', to: '2026-01-04' },
    { from: '2026-01-05', to: '2026-01-11' },
    { from: '2026-01-12', to: '2026-01-12' },
  ]);
});

it('The last twelve weeks end today, whatever day that is', () => {
  expect(lastWeeks('2026-06-08', 12)).toEqual({ from: '2026-03-23', to: '2026-06-08' });
  expect(lastWeeks('2026-06-14', 12)).toEqual({ from: '2026-03-23', to: '2026-06-14' });
  expect(daysOf(lastDays('2026-06-10', 90))).toHaveLength(90);
});

it('A percentage needs five, and a hundred means all', () => {
  expect([percentOf(4, 4), percentOf(12, 13), percentOf(999, 1_000), percentOf(5, 5)]).toEqual([
    undefined,
    92,
    99,
    100,
  ]);
});
