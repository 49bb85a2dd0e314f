import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTimeBetween } from '../../../domain/calendar/business.ts';
import { openingHours } from '../../../domain/calendar/opening-hours.ts';
import { callWindows, isOffered } from '../../../domain/questions/call-windows.ts';
import { settings as schema } from '../../../domain/settings/settings.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import defaults from '../../../workflows/settings.json' with { type: 'json' };

const settings = schema.parse(defaults);
const lines = (at: string, of: Settings = settings): string[] =>
  callWindows(of, at).map(({ from, to }) => `${from.slice(0, 16)}/${to.slice(11, 16)}`);

describe('the windows in which a candidate can be called', () => {
  test('begin an hour from now, and are those of three open days: the weekend offers none', () => {
    expect(lines('2026-03-06T11:30:00Z')).toEqual([
      '2026-03-06T13:00/15:00',
      '2026-03-06T15:00/17:00',
      '2026-03-09T09:00/11:00',
      '2026-03-09T11:00/13:00',
      '2026-03-09T13:00/15:00',
      '2026-03-09T15:00/17:00',
      '2026-03-10T09:00/11:00',
      '2026-03-10T11:00/13:00',
      '2026-03-10T13:00/15:00',
      '2026-03-10T15:00/17:00',
    ]);
  });

  test('skip holidays and a day on which it is too late', () => {
    const holidays = { ...settings.calendar.holidays, dates: ['2026-03-09'] };
    const at = lines('2026-03-06T16:10:00Z', { ...settings, calendar: { ...settings.calendar, holidays } });
    expect(at[0]).toBe('2026-03-10T09:00/11:00');
    expect(new Set(at.map((line) => line.slice(0, 10))).size).toBe(3);
  });

  test('keep the local hours when the clocks change', () => {
    expect(lines('2026-03-27T18:00:00Z')[0]).toBe('2026-03-30T08:00/10:00');
  });

  test('leave out what is left of a day that no window fits in', () => {
    const friday = [{ from: '09:00', to: '12:00' }];
    const opening = { ...settings.calendar.opening, friday };
    const short = { ...settings, calendar: { ...settings.calendar, opening } };
    expect(lines('2026-03-06T00:00:00Z', short)[1]).toBe('2026-03-09T09:00/11:00');
  });

  test('are none where the company is never open long enough', () => {
    expect(
      lines('2026-03-06T11:30:00Z', { ...settings, callBacks: { ...settings.callBacks, window: 'PT9H' } }),
    ).toEqual([]);
  });

  test('whenever somebody asks: in order, ahead, open throughout, each of them accepted', () => {
    const hours = openingHours(settings.calendar);
    const instants = fc.date({
      min: new Date('2026-01-01'),
      max: new Date('2027-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => {
        const at = date.toISOString();
        const windows = callWindows(settings, at);
        expect(windows.length).toBeGreaterThan(8);
        for (const [index, window] of windows.entries()) {
          const [from, to] = [Date.parse(window.from), Date.parse(window.to)];
          expect(from).toBeGreaterThanOrEqual(date.getTime() + 3_600_000);
          expect(openTimeBetween(from, to, hours)).toBe(to - from);
          expect(window.from >= (windows[index - 1]?.to ?? '')).toBe(true);
          expect(isOffered(settings, at, window)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are offered as they are, not a minute off', () => {
    const window = { from: '2026-03-06T13:00:00Z', to: '2026-03-06T15:00:00Z' };
    expect(isOffered(settings, '2026-03-06T11:30:00Z', window)).toBe(true);
    expect(isOffered(settings, '2026-03-06T12:00:00.001Z', window)).toBe(false);
    expect(isOffered(settings, '2026-03-06T11:30:00Z', { ...window, to: '2026-03-06T15:01:00Z' })).toBe(
      false,
    );
  });
});
