import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { counter, merged } from '../../../domain/record/counters.ts';
import { acknowledgedIn, boundOf, bounds, percentile } from '../../../domain/record/histogram.ts';

const times = (seconds: readonly number[]) =>
  merged(seconds.map((time) => ({ [counter.acknowledged(boundOf(time))]: 1 })));

/** The nearest-rank percentile of the times themselves. */
function exact(seconds: readonly number[], share: number): number {
  const sorted = seconds.toSorted((one, other) => one - other);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] ?? 0;
}

describe('A percentile from the counters', () => {
  it('is never too low, and too high by 28 % or a second at most', () => {
    const someTimes = fc.array(fc.double({ min: 0, max: 800_000, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(someTimes, fc.constantFrom(0.5, 0.95, 1), (seconds, share) => {
        const read = percentile(times(seconds), share);
        const true_ = exact(seconds, share);
        expect(read).toBeGreaterThanOrEqual(true_);
        expect(read).toBeLessThanOrEqual(Math.max(1, true_ * 1.2801));
      }),
    );
  });

  it('is the time that half, or 95 of 100, did not wait longer than', () => {
    const counts = times([...Array.from({ length: 95 }, () => 4), ...Array.from({ length: 5 }, () => 3_000)]);
    expect([percentile(counts, 0.5), percentile(counts, 0.95), percentile(counts, 0.96)]).toEqual([
      4, 4, 3_200,
    ]);
    expect(acknowledgedIn(counts)).toBe(100);
  });

  it('is nothing while nobody was acknowledged', () => {
    expect(percentile({ applications: 3 }, 0.5)).toBeUndefined();
  });

  it('counts by the last bound what took longer than nine days', () => {
    expect(boundOf(5_000_000)).toBe(bounds.at(-1));
  });
});
