import { beforeAll, describe, expect, it } from 'vitest';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

let stage: Stage;
beforeAll(async () => {
  const { siteUrl } = await cloudAt('2026-03-02T14:05:00Z');
  stage = new Stage(siteUrl);
});

/** Somebody whose interview stands in their calendar. */
async function planned(name: string) {
  const who = { name, email: `${name.split(' ')[0]}@example.com`.toLowerCase() };
  const applied = await people.apply(stage, who);
  await stage.advance({ by: 'PT1M' });
  await people.decide(stage, applied, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT11M' });
  const startsAt = new Date(Date.parse(await stage.now()) + 86_400_000).toISOString();
  const interview = await people.schedule(stage, applied, startsAt);
  await stage.advance({ by: 'PT1M' });
  return { who, applied, interview };
}

/** The properties of the file that came with the last mail of a kind. */
async function fileOf(message: string, { email }: people.Candidate): Promise<Record<string, string>> {
  const { id, attachments } = await stage.mail(message, email);
  expect(attachments).toMatchObject([{ fileName: 'interview.ics' }]);
  const reply = await fetch(`${stage.siteUrl}/_local/mail/${id}/attachments/0`);
  const lines = (await reply.text()).replaceAll('\r\n ', '').split('\r\n');
  const read = lines.map((line) => /^([A-Z]+)[^:]*:(.*)$/.exec(line));
  return Object.fromEntries(read.map((parts) => [parts?.[1] ?? '', parts?.[2] ?? '']));
}

describe('an appointment in the calendar of a candidate', () => {
  it('who withdraws is taken out by the confirmation', async () => {
    const { who, applied, interview } = await planned('Wanda Withdrawn');
    const before = await fileOf('interview-scheduled', who);
    await people.withdraw(stage, who, applied);
    await stage.advance({ by: 'PT1M' });

    const after = await fileOf('withdrawal-confirmed', who);
    expect(before).toMatchObject({ METHOD: 'REQUEST', SEQUENCE: '0', STATUS: 'CONFIRMED' });
    expect(after).toMatchObject({ METHOD: 'CANCEL', SEQUENCE: '1', STATUS: 'CANCELLED' });
    expect(after['UID']).toContain(interview.interviewId);
    for (const same of ['UID', 'ORGANIZER', 'ATTENDEE', 'DTSTART']) expect(after[same]).toBe(before[same]);
    const { text } = await stage.mail('withdrawal-confirmed', who.email);
    expect(text).toContain('takes your interview out of your calendar');
  });

  it('of an interview that is saved unchanged is not sent again', async () => {
    const { who, applied, interview } = await planned('Una Unchanged');
    const { startsAt, minutes, zone, place, interviewers, bring, version } = interview;
    const plan = { startsAt, minutes, zone, place, interviewers, bring };
    const path = `/api/staff/applications/${applied.applicationId}/interviews/${interview.interviewId}`;
    const told = async () =>
      (await stage.mails()).filter(
        ({ to, tags }) => to.includes(who.email) && tags['message'] === 'interview-scheduled',
      );
    const saved = await stage.staff(people.recruiter, 'PUT', path, { ...plan, expectedVersion: version });
    await stage.advance({ by: 'PT1M' });
    expect(saved).toMatchObject({ version, sequence: 0 });
    expect(await told()).toHaveLength(1);

    const later = { ...plan, minutes: 30, expectedVersion: version };
    await stage.staff(people.recruiter, 'PUT', path, later);
    await stage.advance({ by: 'PT1M' });
    expect(await told()).toHaveLength(2);
    expect(await fileOf('interview-scheduled', who)).toMatchObject({ METHOD: 'REQUEST', SEQUENCE: '1' });
  });
});
