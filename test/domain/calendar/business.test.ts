import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addBusiness } from '../../../domain/calendar/business.ts';
import { addElapsed } from '../../../domain/calendar/elapsed.ts';
import { CalendarNeverOpens } from '../../../domain/calendar/errors.ts';
import { allDay, calendar, calendars, isOpenByTheWall, local, quarters, zones } from './calendars.ts';

const zone = 'Europe/London';
const at = (dateTime: string) => local(dateTime, zone);
const minute = 60_000;

describe('business time, nine to five with a holiday on Monday 31 August 2026', () => {
  const office = calendar({ holidays: ['2026-08-31', '2026-12-25'], extra: ['2026-12-24'] });

  test.each([
    ['inside the day', '2026-08-26T10:00', 'PT3H', '2026-08-26T13:00'],
    ['to closing time exactly', '2026-08-26T10:00', 'PT7H', '2026-08-26T17:00'],
    ['over night', '2026-08-26T16:00', 'PT2H', '2026-08-27T10:00'],
    ['over the weekend and the holiday', '2026-08-28T16:00', 'PT2H', '2026-09-01T10:00'],
    ['from the weekend', '2026-08-29T11:00', 'PT1H30M', '2026-09-01T10:30'],
    ['over an extra closed day, Christmas and a weekend', '2026-12-23T16:00', 'PT10H', '2026-12-29T10:00'],
    ['nothing at all, from closing time', '2026-08-26T17:00', 'PT0S', '2026-08-27T09:00'],
    ['one business day from closing time', '2026-08-26T17:00', 'P1D', '2026-08-28T09:00'],
    ['one business day', '2026-08-26T10:00', 'P1D', '2026-08-27T10:00'],
    ['one business day from Friday', '2026-08-28T10:00', 'P1D', '2026-09-01T10:00'],
    ['five business days', '2026-08-28T10:00', 'P5D', '2026-09-07T10:00'],
    ['one business day from before opening', '2026-08-26T07:00', 'P1D', '2026-08-27T09:00'],
    ['one business day from an evening starts next morning', '2026-08-26T20:00', 'P1D', '2026-08-28T09:00'],
    ['one business day from a Saturday starts on Tuesday', '2026-08-29T11:00', 'P1D', '2026-09-02T09:00'],
    ['days, then hours', '2026-08-27T16:00', 'P1DT2H', '2026-09-01T10:00'],
    ['a week is calendar time', '2026-08-26T10:00', 'P1W', '2026-09-02T10:00'],
    ['a week that ends on the holiday moves on', '2026-08-24T10:00', 'P1W', '2026-09-01T09:00'],
    ['a month over a leap day', '2028-02-28T10:00', 'P1M', '2028-03-28T10:00'],
    ['a business day on 29 February', '2028-02-28T10:00', 'P1D', '2028-02-29T10:00'],
  ])('%s', (_, from, duration, expected) => {
    expect(addBusiness(at(from), duration, office)).toBe(at(expected));
  });

  test('a local time at which a shorter day is closed moves to the next opening', () => {
    const shortFriday = calendar({ opening: { friday: [{ from: '09:00', to: '13:00' }] } });
    expect(addBusiness(at('2026-08-27T15:00'), 'P1D', shortFriday)).toBe(at('2026-08-31T09:00'));
    expect(addBusiness(at('2026-08-27T12:00'), 'P1D', shortFriday)).toBe(at('2026-08-28T12:00'));
  });

  test('a lunch break does not count', () => {
    const workday = [
      { from: '09:00', to: '12:00' },
      { from: '13:00', to: '17:00' },
    ];
    expect(addBusiness(at('2026-08-26T11:30'), 'PT1H', calendar({ workday }))).toBe(at('2026-08-26T13:30'));
  });
});

describe('business time when the clocks change', () => {
  test('48 hours over a weekend and a holiday', () => {
    const week = calendar({ workday: allDay, holidays: ['2026-08-31'] });
    expect(addBusiness(at('2026-08-28T16:50'), 'PT48H', week)).toBe(at('2026-09-02T16:50'));
  });

  test.each([
    // Sunday 00:00 to 06:00 has five hours in spring and seven in autumn.
    ['Europe/London', '2026-03-28T12:00', 'PT5H', '2026-03-29T06:00'],
    ['Europe/London', '2026-03-28T12:00', 'PT6H', '2026-04-05T01:00'],
    ['Europe/London', '2026-10-24T12:00', 'PT7H', '2026-10-25T06:00'],
    ['America/New_York', '2026-03-07T12:00', 'PT6H', '2026-03-15T01:00'],
    ['America/New_York', '2026-10-31T12:00', 'PT7H', '2026-11-01T06:00'],
    ['Australia/Lord_Howe', '2026-10-03T12:00', 'PT6H', '2026-10-11T00:30'],
    ['Australia/Lord_Howe', '2026-04-04T12:00', 'PT6H30M', '2026-04-05T06:00'],
  ])('in %s from %s, %s ends at %s', (zone, from, duration, expected) => {
    const nights = calendar({
      zone,
      workday: [],
      weekend: [],
      opening: { sunday: [{ from: '00:00', to: '06:00' }] },
    });
    expect(addBusiness(local(from, zone), duration, nights)).toBe(local(expected, zone));
  });

  test('hours that are skipped altogether are no opening', () => {
    const skipped = calendar({ workday: [], opening: { sunday: [{ from: '01:10', to: '01:40' }] } });
    expect(addBusiness(at('2026-03-28T12:00'), 'PT10M', skipped)).toBe(at('2026-04-05T01:20'));
    expect(addBusiness(at('2026-03-22T01:20'), 'P1D', skipped)).toBe(at('2026-04-05T01:20'));
  });

  test('hours that begin with the skipped hour begin after it', () => {
    const nights = calendar({ workday: [], opening: { sunday: [{ from: '01:00', to: '05:00' }] } });
    expect(addBusiness(at('2026-03-28T12:00'), 'PT3H', nights)).toBe(at('2026-03-29T05:00'));
  });

  test('hours half skipped do not run into the stretch after them', () => {
    const night = [
      { from: '00:00', to: '01:30' },
      { from: '02:00', to: '03:00' },
    ];
    const nights = calendar({ workday: [], opening: { sunday: night } });
    expect(addBusiness(at('2026-03-28T12:00'), 'PT2H', nights)).toBe(at('2026-03-29T03:00'));
  });

  test('a business day keeps the local time', () => {
    const daily = calendar({ weekend: [{ from: '09:00', to: '17:00' }] });
    expect(addBusiness('2026-03-28T10:00:00Z', 'P1D', daily)).toBe('2026-03-29T09:00:00.000Z');
    expect(addBusiness('2026-10-24T09:00:00Z', 'P1D', daily)).toBe('2026-10-25T10:00:00.000Z');
  });

  test('a day that the zone left out holds no time', () => {
    const apia = calendar({ zone: 'Pacific/Apia' });
    // Friday 30 December 2011 never was: Samoa went from Thursday to Saturday.
    expect(addBusiness(local('2011-12-29T16:00', 'Pacific/Apia'), 'PT2H', apia)).toBe(
      local('2012-01-02T10:00', 'Pacific/Apia'),
    );
  });
});

describe('business time on any calendar', () => {
  const hours = fc.integer({ min: 0, max: 240 }).map((quarters) => quarters * 15);

  test('counts exactly the quarters of an hour that are open by the clock on the wall', () => {
    fc.assert(
      fc.property(calendars, quarters, hours, (calendar, from, minutes) => {
        const end = Date.parse(addBusiness(from, `PT${minutes}M`, calendar));
        let open = 0;
        for (let epoch = Date.parse(from); epoch < end; epoch += 15 * minute) {
          if (isOpenByTheWall(epoch, calendar)) open += 15;
        }
        expect(open).toBe(minutes);
      }),
      { numRuns: 60 },
    );
  });

  test('never ends on closed time, closing time itself apart', () => {
    fc.assert(
      fc.property(
        calendars,
        quarters,
        fc.integer({ min: 0, max: 30 }),
        hours,
        (calendar, from, days, minutes) => {
          const end = Date.parse(addBusiness(from, `P${days}DT${minutes}M`, calendar));
          expect(isOpenByTheWall(end, calendar) || isOpenByTheWall(end - 1, calendar)).toBe(true);
        },
      ),
    );
  });

  test('a business day ends on the n-th day after its start that opens at all', () => {
    fc.assert(
      fc.property(calendars, quarters, fc.integer({ min: 1, max: 20 }), (calendar, from, days) => {
        const start = addBusiness(from, 'PT0S', calendar);
        const end = addBusiness(from, `P${days}D`, calendar);
        const dates = [start, end].map((iso) =>
          Temporal.Instant.from(iso).toZonedDateTimeISO(calendar.zone).toPlainDate(),
        );
        let passed = 0;
        for (let day = dates[0]; day && dates[1] && Temporal.PlainDate.compare(day, dates[1]) < 0;) {
          day = day.add({ days: 1 });
          const midnight = day.toZonedDateTime({ timeZone: calendar.zone, plainTime: '00:00' });
          const quarterHours = Array.from({ length: 96 }, (_, index) =>
            midnight.add({ minutes: index * 15 }),
          );
          if (quarterHours.some((time) => isOpenByTheWall(time.epochMilliseconds, calendar))) passed += 1;
        }
        // One more only where that day was closed at the local time, so that the end moved on.
        expect([days, days + 1]).toContain(passed);
      }),
      { numRuns: 40 },
    );
  });

  test('a later start is never over earlier', () => {
    const durations = fc.constantFrom('PT0S', 'PT45M', 'PT8H', 'PT48H', 'P1D', 'P3D', 'P5DT4H');
    fc.assert(
      fc.property(
        calendars,
        quarters,
        fc.integer({ min: 0, max: 500 }),
        durations,
        (calendar, from, gap, by) => {
          const later = new Date(Date.parse(from) + gap * 15 * minute).toISOString();
          expect(addBusiness(from, by, calendar) <= addBusiness(later, by, calendar)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('one duration after another is their sum', () => {
    fc.assert(
      fc.property(calendars, quarters, hours, hours, (calendar, from, first, second) => {
        const twice = addBusiness(addBusiness(from, `PT${first}M`, calendar), `PT${second + 15}M`, calendar);
        expect(twice).toBe(addBusiness(from, `PT${first + second + 15}M`, calendar));
      }),
    );
  });

  test('is elapsed time where nothing ever closes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        quarters,
        fc.integer({ min: 0, max: 60 }),
        hours,
        (zone, from, days, minutes) => {
          const always = calendar({ zone, workday: allDay, weekend: allDay });
          const duration = `P${days}DT${minutes}M`;
          expect(addBusiness(from, duration, always)).toBe(addElapsed(from, duration, zone));
        },
      ),
    );
  });
});

test('a calendar whose holidays close it for ten years is refused by name', () => {
  const holidays = Array.from({ length: 3700 }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const closed = calendar({ holidays });
  expect(() => addBusiness('2026-01-01T00:00:00Z', 'PT1H', closed)).toThrow(CalendarNeverOpens);
  expect(() => addBusiness('2026-01-01T00:00:00Z', 'PT1H', closed)).toThrow(/2026-01-01/);
  expect(() => addBusiness('2025-12-30T12:00:00Z', 'P3D', closed)).toThrow(CalendarNeverOpens);
  expect(() => addBusiness('2026-01-01T00:00:00Z', 'PT1000000H', calendar())).toThrow(CalendarNeverOpens);
});
