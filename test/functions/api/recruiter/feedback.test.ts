import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { feedback } from '../../../../domain/feedback/feedback.ts';
import { schedule } from '../../../../domain/interviews/changes.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { feedbackWrite } from '../../../../functions/adapters/store/feedback.ts';
import { readGate } from '../../../../functions/adapters/store/gates.ts';
import { interviewWrite, readInterview } from '../../../../functions/adapters/store/interviews.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { seedGate } from '../applications.ts';
import { statuses } from '../statuses.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const at = '2026-03-12T10:00:00.000Z';
const text = {
  strengths: ['You explained the returns policy clearly.'],
  improvements: ['Name an example when you speak of teamwork.'],
};

async function interviewed() {
  const id = await desk.anApplication({ stage: 'interviewing' });
  const interviewId = ulid();
  const interview = schedule(
    id,
    interviewId,
    {
      startsAt: '2026-03-10T14:00:00Z',
      minutes: 45,
      zone: 'Europe/London',
      place: 'Leeds',
      interviewers: ['grace-okafor', 'tom-becker', 'omar-haddad'],
    },
    { by: 'ana-ruiz', at: '2026-03-04T10:00:00.000Z' },
  );
  await commit(desk.table(), [interviewWrite(desk.table(), interview)]);
  await seedGate(desk.table(), id, 'approval', interviewId);
  const path = `/api/staff/applications/${id}/interviews/${interviewId}`;
  return { id, interviewId, gateId: `approval-${interviewId}`, path };
}

describe('what interviewers wrote', () => {
  it('is listed for each of them, also for those who wrote nothing', async () => {
    const { id: applicationId, interviewId, path } = await interviewed();
    const written = { applicationId, interviewId, version: 1, updatedAt: at, wentWell: 'Calm.' };
    await commit(desk.table(), [
      feedbackWrite(desk.table(), feedback.parse({ ...written, interviewer: 'grace-okafor', givenAt: at })),
      feedbackWrite(desk.table(), feedback.parse({ ...written, interviewer: 'tom-becker' })),
    ]);
    const answer = await desk.ask(recruiterApi.readFeedback, `${path}/feedback`);
    expect(answer.feedback.map(({ interviewer, state }) => `${interviewer}: ${state}`)).toEqual([
      'grace-okafor: given',
      'tom-becker: draft',
      'omar-haddad: missing',
    ]);
  });
});

describe('approving feedback', () => {
  it('makes the text what the candidate reads and wakes the machine', async () => {
    const { id, interviewId, gateId, path } = await interviewed();
    const call = { as: 'grace-okafor', body: { ...text, expectedVersion: 1 }, at };
    await desk.ask(recruiterApi.approve, `${path}/approval`, call);
    const { approved } = await readInterview(desk.table(), id, interviewId);
    expect(approved).toEqual({ ...text, by: 'grace-okafor', at });
    expect(await readGate(desk.table(), id, gateId)).toMatchObject({ status: 'held', outcome: 'approved' });
    expect(desk.woken()).toHaveLength(1);
    const events = await listEvents(desk.table(), id);
    expect(events.map(({ type }) => type).toSorted()).toEqual(['DecisionMade', 'FeedbackApproved']);
    expect(JSON.stringify(events)).not.toContain('teamwork');
  });

  it('is for leads and admins', async () => {
    const { path } = await interviewed();
    const call = { as: 'ana-ruiz', body: text, at };
    expect(await desk.refusal('POST', `${path}/approval`, call)).toMatchObject({ status: 403 });
  });

  it('refuses what may not be said, with its place, and writes nothing', async () => {
    const { id, interviewId, path } = await interviewed();
    const body = { ...text, improvements: [...text.improvements, 'You were not a culture fit.'] };
    const refused = await desk.refusal('POST', `${path}/approval`, { as: 'grace-okafor', body, at });
    expect(refused).toMatchObject({ status: 422, fields: ['body.improvements.1'] });
    expect(await readInterview(desk.table(), id, interviewId)).not.toHaveProperty('approved');
  });

  it('has one winner', async () => {
    const { id, interviewId, path } = await interviewed();
    const replies = await Promise.all(
      ['grace-okafor', 'zoe-admin'].map((as) =>
        desk.send('POST', `${path}/approval`, { as, body: { ...text, strengths: [`by ${as}`] }, at }),
      ),
    );
    expect(statuses(replies)).toEqual([200, 409]);
    const { approved } = await readInterview(desk.table(), id, interviewId);
    expect(approved?.strengths).toEqual([`by ${approved?.by}`]);
  });
});

describe('the preview of approved feedback', () => {
  const preview = async (path: string, body: unknown, as = 'grace-okafor') =>
    desk.refusal('POST', `${path}/approval/preview`, { body, as, at });

  it('is refused where the approval would be', async () => {
    const { path } = await interviewed();
    expect(await preview(path, text, 'ana-ruiz')).toMatchObject({ status: 403 });
    expect(await preview(path, { ...text, improvements: ['You are too old for this.'] })).toMatchObject({
      status: 422,
      fields: ['body.improvements.0'],
    });
    expect(await preview(path.replace(/\w+$/, ulid()), text)).toMatchObject({ status: 404 });
    await desk.ask(recruiterApi.approve, `${path}/approval`, { body: text, as: 'grace-okafor', at });
    expect(await preview(path, text)).toMatchObject({ status: 409 });
  });
});
