import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusiness, openTimeBetween } from '../../../domain/calendar/business.ts';
import { fractionOf } from '../../../domain/calendar/fraction.ts';
import { openingHours } from '../../../domain/calendar/opening-hours.ts';
import { allDay, calendar, calendars, local, quarters } from './calendars.ts';

const at = (dateTime: string) => local(dateTime, 'Europe/London');

describe('a fraction of the time', () => {
  const bankHolidayWeek = calendar({ workday: allDay, holidays: ['2026-08-31'] });

  test.each([
    [0.5, '2026-09-01T16:50'],
    [0.8, '2026-09-02T07:14'],
    [1, '2026-09-02T16:50'],
  ])('weekend and Monday do not count: %d of Fri 16:50 to Wed 16:50 is over at %s', (fraction, expected) => {
    const [from, to] = [at('2026-08-28T16:50'), at('2026-09-02T16:50')];
    expect(fractionOf(from, to, fraction, 'business', bankHolidayWeek)).toBe(at(expected));
  });

  test.each([
    [0.5, '2026-01-06T12:00:00.000Z'],
    [0.8, '2026-01-07T02:24:00.000Z'],
    [0.9, '2026-01-07T07:12:00.000Z'],
  ])('%d of 48 elapsed hours is over at %s', (fraction, expected) => {
    const [from, to] = ['2026-01-05T12:00:00Z', '2026-01-07T12:00:00Z'];
    expect(fractionOf(from, to, fraction, 'elapsed', bankHolidayWeek)).toBe(expected);
  });

  test('elapsed time is real time when the clocks change', () => {
    // Sat 12:00 to Sun 12:00 local has 23 hours in spring: half of it is over at 00:30 at night.
    const [from, to] = [at('2026-03-28T12:00'), at('2026-03-29T12:00')];
    expect(fractionOf(from, to, 0.5, 'elapsed', bankHolidayWeek)).toBe('2026-03-28T23:30:00.000Z');
  });

  test('where no opening time lies between, all time counts', () => {
    const [from, to] = [at('2026-08-29T10:00'), at('2026-08-29T20:00')];
    expect(fractionOf(from, to, 0.5, 'business', bankHolidayWeek)).toBe(at('2026-08-29T15:00'));
  });

  test('leaves the rest of the opening time after it', () => {
    fc.assert(
      fc.property(
        calendars,
        quarters,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 99 }),
        (calendar, from, quarterHours, percent) => {
          const to = addBusiness(from, `PT${quarterHours * 15}M`, calendar);
          const part = fractionOf(from, to, percent / 100, 'business', calendar);
          const hours = openingHours(calendar);
          const open = openTimeBetween(Date.parse(from), Date.parse(part), hours);
          expect(open).toBe((quarterHours * 15 * 60_000 * percent) / 100);
          expect(part > from && part < to).toBe(true);
        },
      ),
    );
  });

  test('a larger fraction is over later, on both clocks', () => {
    const clocks = fc.constantFrom('elapsed' as const, 'business' as const);
    fc.assert(
      fc.property(calendars, quarters, quarters, clocks, (calendar, one, other, clock) => {
        const [from = one, to = other] = [one, other].sort();
        const parts = [0.1, 0.5, 0.8, 0.9, 1].map((part) => fractionOf(from, to, part, clock, calendar));
        expect(parts.toSorted()).toEqual(parts);
        expect((parts[0] ?? '') >= from && (parts[4] ?? '') <= to).toBe(true);
      }),
    );
  });
});
