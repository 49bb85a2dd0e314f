import { describe, expect, test } from 'vitest';
import { takenUpAt } from '../../../domain/application/run.ts';

const stalledAt = '2026-03-02T09:00:00.000Z';

describe('a stalled journey is taken up again by itself', () => {
  test.each([
    [1, '2026-03-02T09:15:00.000Z'],
    [2, '2026-03-02T10:00:00.000Z'],
    [3, '2026-03-02T13:00:00.000Z'],
    [4, '2026-03-03T09:00:00.000Z'],
    [17, '2026-03-03T09:00:00.000Z'],
    [18, undefined],
  ])('after run %i at %s', (run, at) => {
    expect(takenUpAt(run, stalledAt)).toBe(at);
  });

  test('for a fortnight when it fails each time, not for ever', () => {
    let at: string | undefined = stalledAt;
    let last = at;
    for (let run = 1; at !== undefined; run += 1) {
      last = at;
      at = takenUpAt(run, at);
    }
    expect(last).toBe('2026-03-16T14:15:00.000Z');
  });
});
