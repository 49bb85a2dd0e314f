import { describe, expect, test } from 'vitest';
import { calendarSettings } from '../../domain/calendar/calendar-settings.ts';
import { resolveHolidays, UnknownCountry, UnknownRegion } from '../../functions/calendar/holidays.ts';
import { calendar } from '../domain/calendar/calendars.ts';

describe('public holidays', () => {
  test('of England in 2026, with the substitute for Boxing Day on a Saturday', () => {
    expect(resolveHolidays('GB', 'ENG', 2026, 2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
      '2026-08-31',
      '2026-12-25',
      '2026-12-26',
      '2026-12-28',
    ]);
  });

  test('differ by region: Scotland keeps the second of January, England does not', () => {
    expect(resolveHolidays('GB', 'SCT', 2027, 2027)).toContain('2027-01-04');
    expect(resolveHolidays('GB', 'ENG', 2027, 2027)).not.toContain('2027-01-04');
  });

  test('differ by a part of a region: Augsburg has days of its own', () => {
    const own = new Set(resolveHolidays('DE', 'BY', 2026, 2026));
    expect(resolveHolidays('DE', 'BY-A', 2026, 2026).filter((day) => !own.has(day))).toEqual([
      '2026-08-08',
      '2026-08-15',
    ]);
  });

  test('are given for every year asked, sorted, and make valid settings', () => {
    const dates = resolveHolidays('US', undefined, 2026, 2029);
    expect(new Set(dates.map((day) => day.slice(0, 4)))).toEqual(new Set(['2026', '2027', '2028', '2029']));
    expect(dates.toSorted()).toEqual(dates);
    expect(dates).toContain('2028-11-23');
    const settings = { ...calendar(), holidays: { country: 'US', dates } };
    expect(calendarSettings.safeParse(settings).success).toBe(true);
  });

  test('of several days count each day; an eve and half a day do not', () => {
    const days = resolveHolidays('AE', undefined, 2026, 2026);
    expect(days.filter((day) => day.startsWith('2026-03'))).toEqual([
      '2026-03-20',
      '2026-03-21',
      '2026-03-22',
    ]);
    expect(resolveHolidays('IS', undefined, 2026, 2026)).not.toContain('2026-12-24');
  });

  test('that run over New Year count in both years', () => {
    expect(resolveHolidays('SZ', undefined, 2027, 2027).slice(0, 2)).toEqual(['2027-01-01', '2027-01-02']);
  });

  test('of an unknown country or region are refused with a list of those known', () => {
    expect(() => resolveHolidays('XX', undefined, 2026, 2026)).toThrow(UnknownCountry);
    expect(() => resolveHolidays('XX', undefined, 2026, 2026)).toThrow(/\bGB\b/);
    expect(() => resolveHolidays('GB', 'YKS', 2026, 2026)).toThrow(UnknownRegion);
    expect(() => resolveHolidays('GB', 'YKS', 2026, 2026)).toThrow(/ENG, NIR, SCT/);
    expect(() => resolveHolidays('JP', 'TYO', 2026, 2026)).toThrow(/leave the region out/);
  });
});
