import { describe, expect, it } from 'vitest';
import { dayAndTime, fileSize, timeLeft, zoneName } from '../../web/shared/dates.ts';

const minutes = 60_000;
const hours = 60 * minutes;

describe('the time left', () => {
  it.each([
    [48 * hours, '48 hours'],
    [31 * hours + 20 * minutes, '31 hours'],
    [119 * minutes, '119 minutes'],
    [minutes, '1 minute'],
    [120 * hours, '5 days'],
  ])('%i ms is %s', (left, said) => expect(timeLeft(left, 'en')).toBe(said));

  it('is never nothing and never less', () => {
    expect([59_999, 0, -5 * hours].map((left) => timeLeft(left, 'en'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('knows plurals of other languages', () => {
    expect(timeLeft(minutes, 'es')).toBe('1 minuto');
    expect(timeLeft(47 * hours, 'fr')).toBe('47\u00a0heures');
  });
});

describe('a date', () => {
  it('is told in the reader’s zone, on both sides of a change of the clocks', () => {
    expect(dayAndTime('2026-03-29T00:59:00Z', 'en', 'Europe/London')).toBe('Sunday 29 March at 00:59');
    expect(dayAndTime('2026-03-29T01:00:00Z', 'en', 'Europe/London')).toBe('Sunday 29 March at 02:00');
    expect(zoneName('2026-03-29T01:00:00Z', 'en', 'Europe/London')).toBe('British Summer Time');
  });
});

describe('a file’s size', () => {
  it('is rounded like people say it, and never nothing', () => {
    expect(fileSize(12 * 1_048_576, 'en')).toBe('12 MB');
    expect(fileSize(1, 'en')).toBe('1 kB');
  });
});
