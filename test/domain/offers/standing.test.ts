import { describe, expect, it } from 'vitest';
import { countsOn, masked, statusOn } from '../../../domain/offers/standing.ts';

describe('What became of the codes', () => {
  const counted = {
    moves: { issued: 10, reserved: 6, released: 1, redeemed: 4, rolledBack: 1, void: 1 },
    unused: [
      { until: '2026-05-31', count: 2 },
      { until: '2026-06-01', count: 3 },
      { until: '2026-07-01', count: 1 },
    ],
  };

  it.each([
    ['2026-05-31', 6, 0],
    ['2026-06-01', 4, 2],
    ['2026-06-02', 1, 5],
    ['2026-08-01', 0, 6],
  ])('on %s: %i can be used, %i have expired, and all add up', (today, usable, expired) => {
    const counts = countsOn(counted, today);
    expect(counts).toMatchObject({ issued: 10, usable, expired, redeemed: 3, void: 1 });
    expect(counts.usable + counts.expired + counts.redeemed + counts.void).toBe(counts.issued);
  });

  it('is nothing before the first', () => {
    expect(countsOn({ moves: {}, unused: [] }, '2026-06-01')).toMatchObject({ issued: 0, usable: 0 });
  });
});

describe('A campaign', () => {
  const today = '2026-06-10';
  it.each([
    [{}, 100, 'running'],
    [{ budget: 5 }, 4, 'running'],
    [{ budget: 5 }, 5, 'spent'],
    [{ startsOn: '2026-06-11' }, 0, 'planned'],
    [{ startsOn: '2026-06-10', endsOn: '2026-06-10' }, 0, 'running'],
    [{ endsOn: '2026-06-09', budget: 5 }, 5, 'over'],
    [undefined, 5, 'withdrawn'],
  ] as const)('with %o and %i issued is %s', (campaign, issued, status) => {
    expect(statusOn(campaign, issued, today)).toBe(status);
  });
});

it('A masked code shows its end and hides the rest', () => {
  expect(masked('AB12-CD34-7Q2M-K')).toBe('••••-••••-7Q2M-K');
});
