import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import type { LetterPreview as Preview, readLetter } from '../../domain/api/recruiter/letters.ts';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { judged } from './judged.ts';
import { cloudAt } from './standing-cloud.ts';

type Letter = z.output<typeof readLetter.reply.body>;

let fresh: Fresh;
let stage: Stage;
beforeAll(async () => {
  fresh = await cloudAt('2026-03-02T14:05:00Z');
  stage = new Stage(fresh.siteUrl);
});

const reasons = [
  { code: 'experience', task: 'advising customers about plants', shown: 'experience at a till <for food>' },
  { code: 'licence', licence: 'a forklift licence', neededBy: '2026-04-01' },
];
const strength = 'You asked the customer three questions before you suggested a plant.';

async function inReview(name: string): Promise<people.Applied> {
  const applied = await people.apply(stage, { name, email: `${name.split(' ')[0]}@example.com` });
  await stage.advance({ by: 'PT1M' });
  return applied;
}

async function interviewed(name: string): Promise<people.Applied> {
  const applied = await inReview(name);
  const interviewId = await judged(stage, applied);
  await people.approve(stage, applied, interviewId);
  await stage.advance({ by: 'PT5M' });
  return applied;
}

/** Holds a preview against the letter that was sent in its place. */
async function expectSent(applied: people.Applied, preview: Preview): Promise<void> {
  const mail = await stage.mail(preview.message, preview.to);
  const { messages } = await people.view(stage, applied);
  const sent = messages.findLast(({ message }) => message === preview.message);
  const kept = await letterOf(applied, sent?.key ?? '');
  expect(kept).toMatchObject({ subject: preview.subject, html: preview.html, text: preview.text });
  expect(mail.subject).toBe(preview.subject);
  expect(Date.parse(mail.at)).toBe(Date.parse(preview.leavesAt));
}

const letterOf = ({ applicationId }: people.Applied, key: string): Promise<Letter> =>
  stage.staff(people.recruiter, 'GET', `/api/staff/applications/${applicationId}/messages/${key}`);

describe('what a recruiter sees before a decision is what the candidate reads after it', () => {
  it.each([
    ['Ida Shortlisted', inReview, { outcome: 'shortlisted' }, 'invitation'],
    ['Dan Declined', inReview, { outcome: 'declined', reasons }, 'decline'],
    ['Hal Hired', interviewed, { outcome: 'hired' }, 'hired'],
    ['Ada Another', interviewed, { outcome: 'another-interview' }, 'invitation'],
    ['Eve Declined', interviewed, { outcome: 'declined', reasons, strength }, 'decline-after-interview'],
  ] as const)('%s', async (name, reach, decision, message) => {
    const applied = await reach(name);
    const path = `/api/staff/applications/${applied.applicationId}/decision/preview`;
    const before = await people.view(stage, applied);
    const gateId = before.gates.find(
      ({ kind, status }) => status === 'pending' && (kind === 'shortlist' || kind === 'next-step'),
    )?.gateId;
    const preview = await stage.staff<Preview>(people.recruiter, 'POST', path, { ...decision, gateId });
    expect(await people.view(stage, applied)).toEqual(before);

    await people.decide(stage, applied, decision);
    await stage.advance({ by: 'PT10M' });
    expect(preview.message).toBe(message);
    await expectSent(applied, preview);
  });

  it('Flo Feedback', async () => {
    const applied = await inReview('Flo Feedback');
    const interviewId = await judged(stage, applied);
    const before = await people.view(stage, applied);
    const path = `/api/staff/applications/${applied.applicationId}/interviews/${interviewId}/approval`;
    const text = { strengths: ['You listened <first>.'], improvements: ['Learn how returns work.'] };
    const preview = await stage.staff<Preview>(people.lead, 'POST', `${path}/preview`, text);
    expect(preview.text).toContain('You listened <first>.');
    expect(await people.view(stage, applied)).toEqual(before);
    await stage.staff(people.lead, 'POST', path, text);
    await stage.advance({ by: 'PT1S' });
    await expectSent(applied, preview);
  });

  it('Quentin Question, in French', async () => {
    await stage.note('Quentin Question', 'applies');
    const { applicationId, statusUrl } = await stage.call<{ applicationId: string; statusUrl: string }>(
      'POST',
      '/api/applications',
      {
        body: {
          jobId: people.job,
          candidate: { name: 'Quentin Question', email: 'quentin@example.com' },
          answers: { weekends: true, 'work-permit': true },
          locale: 'fr',
        },
      },
    );
    const applied = { applicationId, token: new URL(statusUrl).hash.slice(1) };
    await stage.advance({ by: 'PT1M' });
    const { questionId } = await stage.call<{ questionId: string }>('POST', '/api/candidate/questions', {
      token: applied.token,
      body: { wants: 'answer', text: 'Puis-je commencer à dix heures ?' },
    });
    await stage.advance({ by: 'PT1M' });
    const before = await people.view(stage, applied);
    const path = `/api/staff/applications/${applied.applicationId}/questions/${questionId}/answer`;
    const text = 'Oui, le jeudi.\n\nÀ bientôt.';
    const preview = await stage.staff<Preview>(people.recruiter, 'POST', `${path}/preview`, { text });
    expect(preview).toMatchObject({ message: 'answer', locale: 'fr', to: 'quentin@example.com' });
    expect(preview.text).toContain('Bonjour Quentin');
    expect(await people.view(stage, applied)).toEqual(before);
    await stage.staff(people.recruiter, 'POST', path, { text, expectedVersion: 1 });
    await stage.advance({ by: 'PT1S' });
    await expectSent(applied, preview);
  });

  it('carries no key with which a colleague could act as the candidate or as an interviewer', async () => {
    const applied = await interviewed('Kim Keyless');
    const { messages } = await people.view(stage, applied);
    const letters = await Promise.all(messages.map(({ key }) => letterOf(applied, key)));
    expect(letters.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['acknowledgement', 'invitation', 'feedback-request']),
    );
    const { text: mailed } = await stage.mail('feedback-request');
    const key = /\/feedback#(\S+)/.exec(mailed)?.[1] ?? 'no key';
    const all = JSON.stringify(letters);
    expect(all).toContain('/feedback#…');
    expect(all).toContain('/application#…');
    expect(all).not.toContain(key);
    expect(all).not.toContain(applied.token);
  });
});
