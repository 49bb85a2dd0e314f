import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import { play } from '../../local/demo/play.ts';
import type { Played } from '../../local/demo/play.ts';
import type { ScenarioName } from '../../local/demo/scenarios.ts';
import { cloudAt } from './standing-cloud.ts';

const start = '2026-03-03T14:05:00Z';
const candidates = /@example\.com$/;

/** What the candidate is sent, in order. */
const heard = ({ timeline }: Played): string[] =>
  timeline.flatMap(({ to, message }) =>
    message !== undefined && candidates.test(to ?? '') ? [message] : [],
  );

describe('a whole journey over HTTP', () => {
  let fresh: Fresh;
  const run = (name: ScenarioName): Promise<Played> => play(fresh.siteUrl, fresh.shopKey, name);
  beforeAll(async () => {
    fresh = await cloudAt(start);
  });

  test('declined with reasons, thanked, asked', async () => {
    const played = await run('declined');
    expect(played).toMatchObject({ outcome: 'declined', promises: { kept: 2, broken: 0 } });
    expect(heard(played)).toEqual(['acknowledgement', 'decline', 'loyalty-offer', 'survey']);
  });

  test('shortlisted, interviewed by two of whom one is silent, declined with feedback', async () => {
    const played = await run('shortlisted');
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

  test('hired, and the code used up at the shop', async () => {
    const played = await run('hired');
    expect(played.outcome).toBe('hired');
    expect(heard(played)).toEqual([
      'acknowledgement',
      'invitation',
      'interview-scheduled',
      'interview-feedback',
      'hired',
      'loyalty-offer',
      'survey',
    ]);
  });

  test('left in silence by everybody, and still told the truth twice', async () => {
    const played = await run('silent');
    expect(played).toMatchObject({ outcome: 'released', promises: { kept: 1, broken: 1 } });
    expect(heard(played)).toEqual([
      'acknowledgement',
      'decision-delayed',
      'release',
      'loyalty-offer',
      'survey',
    ]);
  });

  test('withdrawn: one confirmation, nothing after it', async () => {
    const played = await run('withdrawn');
    expect(played.outcome).toBe('withdrawn');
    expect(heard(played)).toEqual(['acknowledgement', 'withdrawal-confirmed']);
  });
});
