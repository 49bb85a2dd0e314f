import { expect, test } from 'vitest';
import { durationToMs, instantToMs } from '../../../local/clock/instant.ts';

test.each([
  ['PT24H', 86_400_000],
  ['P2D', 172_800_000],
  ['P1W', 604_800_000],
  ['PT1H30M', 5_400_000],
  ['PT0.5S', 500],
])('%s lasts %i ms', (text, expected) => {
  expect(durationToMs(text)).toBe(expected);
});

test.each(['P1M', 'P1Y', '24h', ''])('"%s" has no fixed length', (text) => {
  expect(() => durationToMs(text)).toThrow(RangeError);
});

test('an instant needs its offset', () => {
  expect(instantToMs('2026-03-02T09:00:00+01:00')).toBe(Date.parse('2026-03-02T08:00:00Z'));
  expect(() => instantToMs('2026-03-02T09:00:00')).toThrow(RangeError);
});
