import { beforeAll, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

let fresh: Fresh;
let stage: Stage;

beforeAll(async () => {
  fresh = await cloudAt('2026-03-03T14:05:00Z');
  stage = new Stage(fresh.siteUrl);
});

/** Somebody new applies by a link. */
const friend = (email: string, ref: string, phone: string) =>
  stage.call('POST', '/api/applications', {
    body: {
      jobId: people.job,
      candidate: { name: 'A Friend', email, phone },
      answers: { weekends: true, 'work-permit': true },
      ref,
    },
  });

async function linkOf(name: string, email: string) {
  const { applicationId } = await people.apply(stage, { name, email });
  await stage.advance({ by: 'PT1M' });
  const token = await people.mailedKey(stage, email);
  const { referralUrl } = await stage.call<{ referralUrl: string }>('POST', '/api/candidate/referral', {
    token,
    body: {},
  });
  return { applicationId, token, ref: new URL(referralUrl).searchParams.get('ref') ?? '' };
}

const thanks = async (email: string) =>
  (await stage.mails()).filter(({ tags, to }) => tags['message'] === 'referral-thanks' && to.includes(email));

test('Whoever recommended two friends is thanked twice, the day after, and hears nothing about them', async () => {
  const { ref } = await linkOf('Maya Lindqvist', 'maya@example.com');
  await friend('first.friend@example.com', ref, '+44 20 7946 0111');
  await friend('second.friend@example.com', ref, '+44 20 7946 0222');
  await friend('second.friend@example.com', ref, '+44 20 7946 0222');
  expect(await thanks('maya@example.com')).toEqual([]);
  await stage.advance({ by: 'P1D' });
  await stage.advance({ by: 'P1D' });
  const sent = await thanks('maya@example.com');
  expect(sent).toHaveLength(2);
  expect(sent[0]?.text).toContain(`ref=${ref}`);
  expect(sent[0]?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
  for (const { text, html, subject } of sent)
    expect(`${subject}${text}${html}`).not.toMatch(/friend|0111|0222/i);
});

test('Thanks are held back when the consent is gone by then', async () => {
  const { ref, token } = await linkOf('Piotr Nowak', 'piotr@example.com');
  await friend('third.friend@example.com', ref, '+44 20 7946 0333');
  await stage.call('PATCH', '/api/candidate/preferences', { token, body: { consents: { offers: false } } });
  await stage.advance({ by: 'P2D' });
  expect(await thanks('piotr@example.com')).toEqual([]);
});

test('Whoever withdrew in the meantime hears nothing more', async () => {
  const { ref, token } = await linkOf('Ines Delacroix', 'ines@example.com');
  await friend('fourth.friend@example.com', ref, '+44 20 7946 0444');
  await stage.call('POST', '/api/candidate/withdrawal', { token, body: {} });
  await stage.advance({ by: 'P2D' });
  expect(await thanks('ines@example.com')).toEqual([]);
});

test('The service record counts each credit once', async () => {
  const record = await stage.staff<{ total: { referrals: number } }>('ana-ruiz', 'GET', '/api/staff/record');
  expect(record.total.referrals).toBe(4);
});
