import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const olga = { name: 'Olga Petrova', email: 'olga@example.com' };

interface Shown {
  readonly preferences: {
    readonly interests: readonly string[];
    readonly consents: { readonly offers: boolean; readonly askedAt: string | null };
  } | null;
  readonly referralUrl: string | null;
}

describe('somebody who applies with the address of somebody else', () => {
  let stage: Stage;
  /** Of Olga's own mail, and of the answers that the stranger got. */
  let mailed: string;
  let answered: people.Applied;

  /** The stranger's form, for a job that Olga did not apply for unless it is named. */
  const typed = async (jobId = 'conseil-clientele-lyon') => {
    const { applicationId, statusUrl } = await stage.call<{ applicationId: string; statusUrl: string }>(
      'POST',
      '/api/applications',
      {
        body: {
          jobId,
          candidate: { name: 'Nobody', email: olga.email },
          answers: jobId === people.job ? { weekends: false, 'work-permit': true } : { french: true },
          interests: ['home'],
          consents: { offers: true },
        },
      },
    );
    return { applicationId, token: new URL(statusUrl).hash.slice(1) };
  };
  const shown = (token: string) => stage.call<Shown>('GET', '/api/candidate/application', { token });
  const prefer = (token: string, body: object) =>
    stage.call('PATCH', '/api/candidate/preferences', { token, body });

  beforeAll(async () => {
    const { siteUrl } = await cloudAt('2026-03-03T14:05:00Z');
    stage = new Stage(siteUrl);
    await people.apply(stage, olga);
    await stage.advance({ by: 'PT1M' });
    mailed = await people.mailedKey(stage, olga.email);
    await prefer(mailed, { interests: ['garden'], locale: 'es' });
    await stage.call('POST', '/api/candidate/referral', { token: mailed, body: {} });
    await prefer(mailed, { consents: { offers: false } });
    answered = await typed();
    await stage.advance({ by: 'PT1M' });
  });

  test('follows what was sent, and sees nothing of the person', async () => {
    expect(await shown(mailed)).toMatchObject({
      preferences: { interests: expect.arrayContaining(['garden']) },
      referralUrl: expect.stringContaining('ref='),
    });
    expect(await shown(answered.token)).toMatchObject({ preferences: null, referralUrl: null });
    const held = await stage.call('GET', '/api/candidate/export', { token: answered.token });
    expect(held).toMatchObject({ application: { candidate: { name: 'Nobody' } } });
    expect(held).not.toHaveProperty('person');
  });

  test('changes nothing of the person, and gets no link to recommend the company with', async () => {
    const refused = { status: 403, message: expect.stringContaining('/problems/address-not-proved') };
    await expect(prefer(answered.token, { consents: { offers: true } })).rejects.toMatchObject(refused);
    await expect(
      stage.call('POST', '/api/candidate/referral', { token: answered.token, body: {} }),
    ).rejects.toMatchObject(refused);
    expect(await shown(mailed)).toMatchObject({ preferences: { consents: { offers: false } } });
  });

  test('is told the same id for a job that is applied for already, with a key to nothing', async () => {
    const mine = await people.apply(stage, olga);
    const theirs = await typed(people.job);
    expect(theirs.applicationId).toBe(mine.applicationId);
    await expect(shown(theirs.token)).rejects.toMatchObject({ status: 401 });
  });

  test('starts no offers: the address is asked, and says itself whether it wants them', async () => {
    await people.decide(stage, answered, {
      outcome: 'declined',
      reasons: [{ code: 'availability', needed: 'full time', offered: 'two mornings a week' }],
    });
    await stage.advance({ by: 'P3D' });
    const sent = (await stage.mails()).filter(({ to }) => to.includes(olga.email));
    expect(sent.map(({ tags }) => tags['message'])).toEqual(expect.arrayContaining(['decline']));
    expect(sent.map(({ tags }) => tags['message'])).not.toContain('loyalty-offer');

    const latest = await people.mailedKey(stage, olga.email);
    expect([mailed, answered.token]).not.toContain(latest);
    expect((await shown(latest)).preferences?.consents).toEqual({
      offers: false,
      askedAt: expect.stringContaining('2026-03-03T14:06'),
    });
    await prefer(latest, { consents: { offers: true } });
    expect((await shown(mailed)).preferences?.consents).toEqual({ offers: true, askedAt: null });
  });
});
