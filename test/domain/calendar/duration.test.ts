import { describe, expect, test } from 'vitest';
import { duration, exactDuration, exactMilliseconds } from '../../../domain/calendar/duration.ts';

describe('durations', () => {
  test.each(['PT48H', 'P5D', 'P1DT4H30M', 'PT0.5S', 'P45D', 'P1Y2M3W4DT5H'])('%s is a duration', (text) => {
    expect(duration.safeParse(text).success).toBe(true);
  });

  test.each(['PT0S', '-PT1H', '48h', 'P', 'PT', '', 'P1D2H'])('"%s" is none', (text) => {
    expect(duration.safeParse(text).success).toBe(false);
  });

  test('an exact one may be nothing, but counts no days', () => {
    expect(exactDuration.safeParse('PT0S').success).toBe(true);
    expect(exactDuration.safeParse('P1D').success).toBe(false);
    expect(exactMilliseconds('PT1H10M0.5S')).toBe(4_200_500);
    expect(() => exactMilliseconds('P1DT1H')).toThrow(/hours, minutes or seconds/);
  });
});
