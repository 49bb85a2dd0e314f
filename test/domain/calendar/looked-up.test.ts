import { expect, test } from 'vitest';
import { typedDays } from '../../../domain/calendar/looked-up.ts';

const lookedUp = ['2026-12-25', '2026-12-28', '2027-01-01'];
const told = (dates: string[]): string[] =>
  typedDays(dates, lookedUp).map(({ path, message }) => `${path.join('.')}: ${message.split(':')[0]}`);

test('public holidays as they were looked up, in any order, or none at all, are fine', () => {
  expect(told([])).toEqual([]);
  expect(told(lookedUp)).toEqual([]);
  expect(told(lookedUp.toReversed())).toEqual([]);
});

test('a day that was typed is named with its place', () => {
  expect(told([...lookedUp, '2026-12-24'])).toEqual([
    'calendar.holidays.dates.3: 2026-12-24 is no public holiday that was looked up',
  ]);
});

test('days that were left out are named', () => {
  expect(told(['2026-12-25', '2027-01-01'])).toEqual(['calendar.holidays.dates: 2026-12-28 is left out']);
  expect(told(['2026-12-25', '2026-12-24'])).toEqual([
    'calendar.holidays.dates.1: 2026-12-24 is no public holiday that was looked up',
    'calendar.holidays.dates: 2026-12-28 and 1 more are left out',
  ]);
});

test('whoever writes a closed day into the empty list has left nothing out', () => {
  expect(typedDays(['2026-12-24'], lookedUp)).toEqual([
    {
      path: ['calendar', 'holidays', 'dates', 0],
      message:
        '2026-12-24 is no public holiday that was looked up: a closed day of the company belongs in holidays.extra',
    },
  ]);
});
