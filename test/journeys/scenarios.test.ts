import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import { play } from '../../local/demo/play.ts';
import { heard } from './heard.ts';
import { cloudAt } from './standing-cloud.ts';

/** The others are played where the record of them is read: test/browser/console/figures.test.ts. */
describe('a whole journey over HTTP', () => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await cloudAt('2026-03-03T14:05:00Z');
  });

  test('shortlisted, interviewed by two of whom one is silent, declined with feedback', async () => {
    const played = await play(fresh.siteUrl, fresh.shopKey, 'shortlisted');
    expect(played.outcome).toBe('declined');
    expect(played.promises.broken).toBe(0);
    expect(heard(played)).toEqual([
      'acknowledgement',
      'invitation',
      'interview-scheduled',
      'interview-feedback',
      'decline-after-interview',
      'loyalty-offer',
      'survey',
    ]);
  });

  test('withdrawn: one confirmation, nothing after it', async () => {
    const played = await play(fresh.siteUrl, fresh.shopKey, 'withdrawn');
    expect(played.outcome).toBe('withdrawn');
    expect(heard(played)).toEqual(['acknowledgement', 'withdrawal-confirmed']);
  });
});
