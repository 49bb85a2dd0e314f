import { beforeAll, describe, expect, test } from 'vitest';
import { candidateApi } from '../../domain/api/candidate.ts';
import { recruiterApi } from '../../domain/api/recruiter.ts';
import { Refused } from '../../local/demo/http.ts';
import * as people from '../../local/demo/people.ts';
import type { Applied } from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const julia = { name: 'Julia Perez', email: 'julia@example.com' };
const start = '2026-03-03T14:05:00Z';
const mailOf = (id: string): string => `${id.replace('-', '.')}@shopwithus.example`;

let stage: Stage;

const theirs = async ({ applicationId }: Applied) => {
  const view = await stage.staff(people.lead, 'GET', `/api/staff/applications/${applicationId}`);
  return recruiterApi.readApplication.reply.body.parse(view);
};
const mine = async ({ token }: Applied) =>
  candidateApi.readApplication.reply.body.parse(
    await stage.call('GET', '/api/candidate/application', { token }),
  );

/** Somebody gives the gate of a kind that waits to a colleague, as the page that they look at has it. */
async function handOver(by: string, applied: Applied, kind: string, owner: string): Promise<void> {
  const gate = (await theirs(applied)).gates.find((one) => one.kind === kind && one.status === 'pending');
  const path = `/api/staff/applications/${applied.applicationId}/gates/${gate?.gateId}/owner`;
  await stage.staff(by, 'POST', path, { owner, expectedVersion: gate?.version });
}

/** What colleagues were told since there were so many mails, in no order of one instant: `decision-reminder → lin.zhao`. */
async function told(since: number): Promise<string[]> {
  return (await stage.mails())
    .slice(since)
    .map(({ tags, to }) => `${tags['message']} → ${to.join().split('@')[0]}`)
    .toSorted();
}
const sent = async (): Promise<number> => (await stage.mails()).length;

describe('a decision that the lead gives to somebody else when it escalates', () => {
  let applied: Applied;
  beforeAll(async () => {
    stage = new Stage((await cloudAt(start)).siteUrl);
    applied = await people.apply(stage, julia);
    await stage.advance({ by: 'PT43H12M' });
  });

  test('is at once with the colleague, by mail, in the promise and on the candidate’s page; no date moves', async () => {
    const escalation = await stage.mail('decision-escalation', mailOf(people.lead));
    expect(escalation.text).toContain('give it to somebody else');
    expect(escalation.text).toContain(`/console/decide/${applied.applicationId}/shortlist-1`);
    const before = await mine(applied);
    expect(before.contact.name).toBe('Ana Ruiz');

    const since = await sent();
    await handOver(people.lead, applied, 'shortlist', 'lin-zhao');
    await stage.advance({ by: 'PT1M' });
    expect(await told(since)).toEqual(['decision-reminder → lin.zhao']);
    const note = await stage.mail('decision-reminder', mailOf('lin-zhao'));
    expect(note.text).toContain('your shortlist decision');
    expect(note.text).toContain(`/console/decide/${applied.applicationId}/shortlist-1`);
    expect(note.subject).toMatch(/^4 h left/);

    const after = await mine(applied);
    expect(after.contact.name).toBe('Lin Zhao');
    expect(after.promise).toEqual(before.promise);
    const { application, timeline } = await theirs(applied);
    expect(application.promise?.owner).toBe('lin-zhao');
    expect(timeline.filter(({ type }) => type === 'PromiseHandedOver')).toMatchObject([
      { actor: people.lead, detail: { gateId: 'shortlist-1', from: people.recruiter, to: 'lin-zhao' } },
    ]);
  });

  test('goes to nobody who has it already, and not by an old page', async () => {
    const path = `/api/staff/applications/${applied.applicationId}/gates/shortlist-1/owner`;
    const again = { owner: 'lin-zhao', expectedVersion: 1 };
    await expect(stage.staff(people.lead, 'POST', path, again)).rejects.toThrow(/theirs already/);
    const old = { owner: 'omar-haddad', expectedVersion: 1 };
    await expect(stage.staff(people.lead, 'POST', path, old)).rejects.toThrow(Refused);
  });

  test('names the colleague when it is late, and reminds the lead, as by default after a deadline', async () => {
    const since = await sent();
    await stage.advance({ to: '2026-03-06T02:06:00Z' });
    expect(await told(since)).toEqual(['decision-delayed → julia', 'decision-reminder → grace.okafor']);
    expect((await stage.mail('decision-delayed', julia.email)).text).toContain('Lin Zhao');
  });

  test('given to the lead is told her, and of the next rung she hears once', async () => {
    const since = await sent();
    await handOver(people.lead, applied, 'shortlist', people.lead);
    await stage.advance({ by: 'PT1M' });
    expect(await told(since)).toEqual(['decision-reminder → grace.okafor']);
    await stage.advance({ to: '2026-03-06T09:18:00Z' });
    expect(await told(since)).toEqual([
      'decision-reminder → grace.okafor',
      'decision-reminder → grace.okafor',
    ]);
    const { application } = await theirs(applied);
    expect(application.stage).toBe('in-review');
  });

  test('is then whose it is to make, and the invitation leaves as ever', async () => {
    await handOver(people.lead, applied, 'shortlist', 'omar-haddad');
    await stage.advance({ by: 'PT1M' });
    const { gates } = await theirs(applied);
    const [gate] = gates;
    await stage.staff('omar-haddad', 'POST', `/api/staff/applications/${applied.applicationId}/decision`, {
      outcome: 'shortlisted',
      gateId: gate?.gateId,
      expectedVersion: gate?.version,
    });
    await stage.advance({ by: 'PT11M' });
    expect((await theirs(applied)).application.stage).toBe('shortlisted');
    expect((await stage.mail('invitation', julia.email)).text).toContain('Julia');
    const made = (await theirs(applied)).gates.find(({ kind }) => kind === 'shortlist');
    expect(made).toMatchObject({ decision: { by: 'omar-haddad' } });
  });
});

describe('a question', () => {
  test('given to somebody else is told them with its words, and the candidate who answers; the answer is theirs', async () => {
    stage = new Stage((await cloudAt('2026-03-03T09:30:00Z')).siteUrl);
    const applied = await people.apply(stage, julia);
    const body = { wants: 'answer', text: 'Would I have to work on Sundays?' };
    await stage.call('POST', '/api/candidate/questions', { token: applied.token, body });
    await stage.advance({ by: 'PT1M' });
    const since = await sent();
    await handOver(people.recruiter, applied, 'question', 'omar-haddad');
    await stage.advance({ by: 'PT1M' });
    expect(await told(since)).toEqual(['question-assigned → omar.haddad']);
    expect((await stage.mail('question-assigned', mailOf('omar-haddad'))).text).toContain('Sundays');
    const { questions, contact } = await mine(applied);
    expect(questions).toMatchObject([{ person: { name: 'Omar Haddad' } }]);
    expect(contact.name).toBe('Ana Ruiz');

    // Of the escalation to backup and lead the backup, who owes it, hears in one of his roles.
    await stage.advance({ to: '2026-03-03T16:30:00Z' });
    expect(
      (await told(since)).filter((line) => line.includes('question') || line.includes('escalation')),
    ).toEqual([
      'decision-escalation → grace.okafor',
      'decision-escalation → omar.haddad',
      'question-assigned → omar.haddad',
      'question-reminder → omar.haddad',
    ]);
  });
});

describe('feedback that an interviewer does not give', () => {
  let applied: Applied;
  let interviewId: string;

  const linkIn = async (message: string, to: string): Promise<string> =>
    /\/feedback#(\S+)/.exec((await stage.mail(message, to)).text)?.[1] ?? '';

  beforeAll(async () => {
    stage = new Stage((await cloudAt(start)).siteUrl);
    applied = await people.apply(stage, julia);
    await stage.advance({ by: 'PT1H' });
    await people.decide(stage, applied, { outcome: 'shortlisted' });
    await stage.advance({ by: 'PT1H' });
    ({ interviewId } = await people.schedule(stage, applied, '2026-03-05T10:00:00Z'));
    await stage.advance({ to: '2026-03-08T04:00:00Z' });
  });

  test('is the lead’s to add: taken over, it comes with a link of her own to the form', async () => {
    const missing = await stage.mail('feedback-escalation', mailOf(people.lead));
    expect(missing.text).toContain('add your own feedback or name somebody else');
    expect(missing.text).toContain(`/console/applications/${applied.applicationId}`);

    const since = await sent();
    const [tomsGate] = (await theirs(applied)).gates.filter(({ subject }) => subject.endsWith('.tom-becker'));
    const path = `/api/staff/applications/${applied.applicationId}/gates/${tomsGate?.gateId}/owner`;
    const expectedVersion = tomsGate?.version;
    await expect(
      stage.staff(people.lead, 'POST', path, { owner: 'lin-zhao', expectedVersion }),
    ).rejects.toThrow(/asked for feedback on this interview already/);
    await stage.staff(people.lead, 'POST', path, { owner: people.lead, expectedVersion });
    await stage.advance({ by: 'PT1M' });
    expect(await told(since)).toEqual(['feedback-request → grace.okafor']);
    const hers = await linkIn('feedback-request', mailOf(people.lead));
    expect(hers).not.toBe(await linkIn('feedback-request', mailOf('tom-becker')));

    await people.giveFeedback(stage, people.lead, mailOf(people.lead));
    await people.giveFeedback(stage, 'lin-zhao', mailOf('lin-zhao'));
    // Who was asked first is welcome still.
    await people.giveFeedback(stage, 'tom-becker', mailOf('tom-becker'));
    await stage.advance({ by: 'PT1M' });
    const { gates, feedback } = await theirs(applied);
    expect(gates.filter(({ kind }) => kind === 'feedback').map(({ outcome }) => outcome)).toEqual([
      'given',
      'given',
    ]);
    expect(feedback.map(({ interviewer }) => interviewer).toSorted()).toEqual([
      'grace-okafor',
      'lin-zhao',
      'tom-becker',
    ]);
    expect(gates).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ kind: 'approval', status: 'pending' })]),
    );
  });

  test('once it is all there, its approval goes to another lead, who is reminded of it', async () => {
    await stage.staff(people.lead, 'POST', '/api/staff/jobs', {
      jobId: 'baker',
      title: 'Baker',
      location: 'Leeds',
      description: 'Bake.',
      locale: 'en',
      criteria: [],
      resume: 'none',
      recruiter: people.recruiter,
      backup: people.recruiter,
      lead: 'omar-haddad',
      interviewers: ['tom-becker'],
    });
    await expect(handOver(people.recruiter, applied, 'approval', 'tom-becker')).rejects.toThrow(
      /leads no job/,
    );
    const before = await mine(applied);
    const since = await sent();
    await handOver(people.recruiter, applied, 'approval', 'omar-haddad');
    await stage.advance({ by: 'PT1M' });
    expect(await told(since)).toEqual(['feedback-request → omar.haddad']);
    const after = await mine(applied);
    expect([after.contact.name, after.promise?.due]).toEqual(['Omar Haddad', before.promise?.due]);
    await stage.advance({ to: '2026-03-09T12:00:00Z' });
    expect(await told(since)).toContain('feedback-reminder → omar.haddad');
    expect(await told(since)).not.toContain('feedback-reminder → grace.okafor');

    await people.approve(stage, applied, interviewId);
    await stage.advance({ by: 'PT1M' });
    expect((await stage.mail('interview-feedback', julia.email)).text).toContain('Grace Okafor');
  });
});
