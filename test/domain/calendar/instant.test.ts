import { describe, expect, test } from 'vitest';
import { epochOf, isoOf } from '../../../domain/calendar/instant.ts';
import { localDate } from '../../../domain/calendar/local-date.ts';

describe('an instant', () => {
  test('is written with milliseconds, so that texts sort by time', () => {
    const texts = [0, 500, 1000].map((epoch) => isoOf(epoch));
    expect(texts).toEqual([
      '1970-01-01T00:00:00.000Z',
      '1970-01-01T00:00:00.500Z',
      '1970-01-01T00:00:01.000Z',
    ]);
    expect(texts.toSorted()).toEqual(texts);
  });

  test('is read with or without them, and never guessed', () => {
    expect(epochOf('1970-01-01T00:00:01Z')).toBe(1000);
    expect(epochOf('1970-01-01T00:00:00.5Z')).toBe(500);
    expect(() => epochOf('1970-01-01T00:00:01')).toThrow(RangeError);
    expect(() => epochOf('1 January 1970')).toThrow(RangeError);
  });

  test('falls on a day that there is', () => {
    expect(isoOf(epochOf('2026-12-31T00:00:00Z'))).toBe('2026-12-31T00:00:00.000Z');
    expect(isoOf(epochOf('2028-02-29T00:00:00Z'))).toBe('2028-02-29T00:00:00.000Z');
    for (const day of ['2026-02-29', '2026-02-30', '2026-04-31', '2026-13-01'])
      expect(() => epochOf(`${day}T00:00:00Z`)).toThrow(RangeError);
  });

  test.each([
    ['2026-06-01T23:30:00Z', 'Europe/London', '2026-06-02'],
    ['2026-06-01T03:30:00Z', 'America/New_York', '2026-05-31'],
    ['2028-02-28T13:30:00Z', 'Australia/Lord_Howe', '2028-02-29'],
  ])('%s falls in %s on %s', (at, zone, expected) => {
    expect(localDate(at, zone)).toBe(expected);
  });
});
