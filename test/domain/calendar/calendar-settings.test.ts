import { describe, expect, test } from 'vitest';
import { calendarSettings } from '../../../domain/calendar/calendar-settings.ts';
import { calendar } from './calendars.ts';

const issuesOf = (settings: unknown) =>
  calendarSettings
    .safeParse(settings)
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('calendar settings', () => {
  test('an ordinary week with two stretches a day is accepted', () => {
    const settings = calendar({
      workday: [
        { from: '09:00', to: '12:30' },
        { from: '12:30', to: '24:00' },
      ],
    });
    expect(issuesOf(settings)).toBeUndefined();
  });

  test.each(['Europe/Leeds', '+01:00', 'Z', '2026-01-01T00:00Z[Europe/London]', ''])(
    'the zone "%s" is refused',
    (zone) => {
      expect(issuesOf({ ...calendar(), zone })).toEqual([
        'zone: must be a time zone of the IANA database, for example Europe/London',
      ]);
    },
  );

  test('a day that closes before it opens is refused at its place', () => {
    const opening = { ...calendar().opening, tuesday: [{ from: '17:00', to: '09:00' }] };
    expect(issuesOf({ ...calendar(), opening })).toEqual([
      'opening.tuesday.0.to: closes at 09:00, not after 17:00',
    ]);
  });

  test('overlapping hours are refused at their place', () => {
    const opening = {
      ...calendar().opening,
      friday: [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '17:00' },
      ],
    };
    expect(issuesOf({ ...calendar(), opening })).toEqual([
      'opening.friday.1.from: opens at 12:00, before 13:00 when the hours before it end',
    ]);
  });

  test('midnight ends a day but does not begin one as 24:00', () => {
    const opening = { ...calendar().opening, friday: [{ from: '24:00', to: '24:00' }] };
    expect(issuesOf({ ...calendar(), opening })?.[0]).toBe(
      'opening.friday.0.from: must be a time like 09:00',
    );
  });

  test('a week without an opening is refused', () => {
    const opening = Object.fromEntries(Object.keys(calendar().opening).map((day) => [day, []]));
    expect(issuesOf({ ...calendar(), opening })?.[0]).toMatch(/^opening: must open on at least one day/);
  });

  test('a date that does not exist and an unknown key are refused', () => {
    const holidays = { country: 'GB', dates: ['2027-02-29'], bankHolidays: [] };
    expect(issuesOf({ ...calendar(), holidays })?.map((issue) => issue.split(':')[0])).toEqual([
      'holidays.dates.0',
      'holidays',
    ]);
  });
});
