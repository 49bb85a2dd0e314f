import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const start = '2026-03-03T14:05:00Z';

describe('impatient and unlucky people', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt(start);
    stage = new Stage(fresh.siteUrl);
  });

  test('fifty identical posts at once are one application, one journey, one acknowledgement', async () => {
    const julia = { name: 'Julia Perez', email: 'julia@example.com' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => people.apply(stage, julia)));
    await stage.advance({ by: 'PT1M' });

    expect(new Set(answers.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
    const journeys = fresh.cloud.executions().filter(({ machine }) => machine.endsWith('candidate-journey'));
    expect(journeys).toHaveLength(1);
    const mails = (await stage.mails()).filter(({ to }) => to.includes(julia.email));
    expect(mails.map(({ tags }) => tags['message'])).toEqual(['acknowledgement']);
  });

  test('a form and JSON are taken alike, and the form is answered with a way to the status page', async () => {
    const sent = await fetch(`${fresh.siteUrl}/api/applications`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        jobId: people.job,
        name: 'Ben Okoro',
        email: 'ben@example.com',
        'criteria.weekends': 'yes',
        'criteria.work-permit': 'yes',
      }),
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toContain(`${fresh.siteUrl}/application#`);
    await stage.advance({ by: 'PT1M' });
    expect((await stage.mail('acknowledgement', 'ben@example.com')).subject).toContain('Sales assistant');
  });

  test('a decision and its opposite in the same second have one winner and one message', async () => {
    const amira = { name: 'Amira Haddad', email: 'amira@example.com' };
    const applied = await people.apply(stage, amira);
    await stage.advance({ by: 'PT24H' });
    const reasons = [{ code: 'skill', skill: 'stock control', evidence: 'an example of it' }];
    const both = await Promise.allSettled([
      people.decide(stage, applied, { outcome: 'shortlisted' }),
      people.decide(stage, applied, { outcome: 'declined', reasons }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await stage.advance({ by: 'PT1H' });
    const heard = (await stage.mails())
      .filter(({ to }) => to.includes(amira.email))
      .map(({ tags }) => tags['message'])
      .filter((message) => message === 'invitation' || message === 'decline');
    expect(heard).toEqual([both[0].status === 'fulfilled' ? 'invitation' : 'decline']);
  });

  test('a decision at the deadline itself is told once, and the promise is kept or broken accordingly', async () => {
    const piotr = { name: 'Piotr Nowak', email: 'piotr@example.com' };
    const applied = await people.apply(stage, piotr);
    await stage.advance({ by: 'PT47H59M59S' });
    await people.decide(stage, applied, { outcome: 'shortlisted' });
    await stage.advance({ by: 'PT30M' });
    const { timeline } = await people.view(stage, applied);
    const verdicts = timeline.filter(
      ({ type, detail }) => type.startsWith('Promise') && detail['kind'] === 'shortlist',
    );
    expect(verdicts.map(({ type }) => type)).toEqual(['PromiseMade', 'PromiseKept']);
    const heard = (await stage.mails()).filter(({ to }) => to.includes(piotr.email));
    expect(heard.map(({ tags }) => tags['message'])).toEqual(['acknowledgement', 'invitation']);
    const [, invitation] = heard;
    expect(Date.parse(invitation?.at ?? '') - Date.parse(heard[0]?.at ?? '')).toBe(48 * 3_600_000);
  });
});
