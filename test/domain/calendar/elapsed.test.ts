import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addElapsed } from '../../../domain/calendar/elapsed.ts';
import { quarters, zones } from './calendars.ts';

const hour = 3_600_000;

describe('elapsed time', () => {
  test.each([
    // A day keeps its local time when the clocks change; 24 hours do not.
    ['Europe/London', '2026-03-28T09:00:00Z', 'P1D', '2026-03-29T08:00:00.000Z'],
    ['Europe/London', '2026-03-28T09:00:00Z', 'PT24H', '2026-03-29T09:00:00.000Z'],
    ['Europe/London', '2026-10-24T08:00:00Z', 'P1D', '2026-10-25T09:00:00.000Z'],
    ['America/New_York', '2026-03-07T14:00:00Z', 'P1D', '2026-03-08T13:00:00.000Z'],
    ['America/New_York', '2026-10-31T13:00:00Z', 'P1D', '2026-11-01T14:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-02T22:30:00Z', 'P1D', '2026-10-03T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-03T22:00:00Z', 'P1D', '2026-04-04T22:30:00.000Z'],
    // 01:30 does not exist on that Sunday: half an hour after the change, 02:30 summer time.
    ['Europe/London', '2026-03-28T01:30:00Z', 'P1D', '2026-03-29T01:30:00.000Z'],
    // 02:15 does not exist on Lord Howe: the half hour is skipped, so 02:45 at +11.
    ['Australia/Lord_Howe', '2026-10-02T15:45:00Z', 'P1D', '2026-10-03T15:45:00.000Z'],
    // 01:30 exists twice: the first, still summer time.
    ['Europe/London', '2026-10-24T00:30:00Z', 'P1D', '2026-10-25T00:30:00.000Z'],
    ['America/New_York', '2026-10-31T05:30:00Z', 'P1D', '2026-11-01T05:30:00.000Z'],
    // Days first, then exact hours.
    ['Europe/London', '2026-03-28T00:30:00Z', 'P1DT1H', '2026-03-29T01:30:00.000Z'],
    ['Europe/London', '2028-02-28T12:00:00Z', 'P1D', '2028-02-29T12:00:00.000Z'],
    ['Europe/London', '2028-02-29T12:00:00Z', 'P1Y', '2029-02-28T12:00:00.000Z'],
    ['Europe/London', '2028-01-31T12:00:00Z', 'P1M', '2028-02-29T12:00:00.000Z'],
    ['Europe/London', '2027-01-31T12:00:00Z', 'P1M', '2027-02-28T12:00:00.000Z'],
    ['Europe/London', '2026-03-25T09:00:00.250Z', 'P1W', '2026-04-01T08:00:00.250Z'],
  ])('in %s, %s and %s is %s', (zone, from, duration, expected) => {
    expect(addElapsed(from, duration, zone)).toBe(expected);
  });

  test('hours are exact in every zone', () => {
    fc.assert(
      fc.property(
        quarters,
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(...zones),
        (from, hours, zone) => {
          expect(Date.parse(addElapsed(from, `PT${hours}H`, zone)) - Date.parse(from)).toBe(hours * hour);
        },
      ),
    );
  });

  test('days keep the local time, moved on by no more than the clock change', () => {
    fc.assert(
      fc.property(
        quarters,
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom(...zones),
        (from, days, zone) => {
          const before = Temporal.Instant.from(from).toZonedDateTimeISO(zone);
          const after = Temporal.Instant.from(addElapsed(from, `P${days}D`, zone)).toZonedDateTimeISO(zone);
          expect(before.toPlainDate().until(after.toPlainDate()).days).toBe(days);
          const moved = before.toPlainTime().until(after.toPlainTime()).total('minutes');
          expect([0, 30, 60]).toContain(moved);
          // Every gap in these zones lies before three at night.
          expect(moved === 0 || after.toPlainTime().subtract({ minutes: moved }).hour < 3).toBe(true);
        },
      ),
    );
  });

  test('a later start is never over earlier', () => {
    fc.assert(
      fc.property(
        quarters,
        quarters,
        fc.integer({ min: 0, max: 500 }),
        fc.constantFrom(...zones),
        (one, other, hours, zone) => {
          const [early, late] = [one, other].sort();
          const ends = [early, late].map((from) => addElapsed(from ?? one, `PT${hours}H`, zone));
          expect(ends.toSorted()).toEqual(ends);
        },
      ),
    );
  });

  test('what is no instant, duration or zone is refused', () => {
    expect(() => addElapsed('2026-01-01', 'P1D', 'UTC')).toThrow(RangeError);
    expect(() => addElapsed('2026-01-01T00:00:00Z', '2 days', 'UTC')).toThrow(RangeError);
    expect(() => addElapsed('2026-01-01T00:00:00Z', 'P1D', 'Europe/Leeds')).toThrow(RangeError);
  });
});
