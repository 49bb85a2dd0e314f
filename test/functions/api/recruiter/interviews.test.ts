import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { readGate } from '../../../../functions/adapters/store/gates.ts';
import { listInterviews } from '../../../../functions/adapters/store/interviews.ts';
import { seedGate } from '../applications.ts';
import { statuses } from '../statuses.ts';
import { useDesk } from './desk.ts';

const desk = useDesk();
const at = '2026-03-04T10:00:00.000Z';
const plan = {
  startsAt: '2026-03-10T14:00:00Z',
  minutes: 45,
  zone: 'Europe/London',
  place: '12 Market Street, Leeds',
  interviewers: ['grace-okafor', 'tom-becker'],
};

async function shortlisted() {
  const id = await desk.anApplication({ stage: 'shortlisted' });
  await seedGate(desk.table(), id, 'interview-date', '1');
  return { id, path: `/api/staff/applications/${id}/interviews` };
}

async function scheduled() {
  const { id, path } = await shortlisted();
  const { interviewId } = await desk.ask(recruiterApi.schedule, path, { body: plan, at });
  await seedGate(desk.table(), id, 'interview', interviewId);
  desk.sfn.resetHistory();
  return { id, interviewId, path: `${path}/${interviewId}` };
}

describe('scheduling an interview', () => {
  it('ends the wait for a date and tells the machine which interview it is about', async () => {
    const { id, path } = await shortlisted();
    const interview = await desk.ask(recruiterApi.schedule, path, { body: plan, at });
    expect(interview).toMatchObject({
      status: 'scheduled',
      startsAt: '2026-03-10T14:00:00.000Z',
      endsAt: '2026-03-10T14:45:00.000Z',
      version: 1,
      sequence: 0,
      scheduledBy: 'ana-ruiz',
    });
    expect(await readGate(desk.table(), id, 'interview-date-1')).toMatchObject({
      status: 'held',
      outcome: 'scheduled',
      holdUntil: at,
    });
    expect(desk.woken()).toMatchObject([{ gate: { about: interview.interviewId } }]);
  });

  it('leaves one interview when two schedule in the same moment', async () => {
    const { id, path } = await shortlisted();
    const replies = await Promise.all(
      ['ana-ruiz', 'omar-haddad'].map((as) => desk.send('POST', path, { as, body: plan, at })),
    );
    expect(statuses(replies)).toEqual([201, 409]);
    const [winner, ...others] = await listInterviews(desk.table(), id);
    expect(others).toEqual([]);
    const lost = replies.find(({ statusCode }) => statusCode === 409);
    expect(lost?.body).toContain(`by ${winner?.scheduledBy}`);
  });

  it.each([
    ['in the past', { startsAt: at }, 'body.startsAt'],
    ['with somebody unknown', { interviewers: ['grace-okafor', 'no-body'] }, 'body.interviewers.1'],
    ['with the same person twice', { interviewers: ['tom-becker', 'tom-becker'] }, 'body.interviewers'],
    ['at a place and by video', { videoUrl: 'https://meet.example.com/1' }, 'body.place'],
    ['nowhere', { place: undefined }, 'body.place'],
    ['in no time zone', { zone: 'Leeds' }, 'body.zone'],
  ])('%s is refused', async (_, change, field) => {
    const { id, path } = await shortlisted();
    const refused = await desk.refusal('POST', path, { body: { ...plan, ...change }, at });
    expect(refused).toMatchObject({ status: 422, fields: [field] });
    expect(await listInterviews(desk.table(), id)).toEqual([]);
  });

  it('is refused when nobody waits for a date', async () => {
    const path = `/api/staff/applications/${await desk.anApplication()}/interviews`;
    expect(await desk.refusal('POST', path, { body: plan, at })).toMatchObject({ status: 409 });
  });
});

describe('an interview that changes', () => {
  const moved = { ...plan, place: undefined, videoUrl: 'https://meet.example.com/1', expectedVersion: 1 };

  it('has a new sequence for calendars and wakes the machine that waits for its end', async () => {
    const { id, interviewId, path } = await scheduled();
    const body = { ...moved, startsAt: '2026-03-12T09:00:00Z' };
    expect(await desk.ask(recruiterApi.reschedule, path, { body, at })).toMatchObject({
      startsAt: '2026-03-12T09:00:00.000Z',
      videoUrl: 'https://meet.example.com/1',
      version: 2,
      sequence: 1,
    });
    expect((await listInterviews(desk.table(), id))[0]).not.toHaveProperty('place');
    expect(desk.woken()).toMatchObject([
      { token: `token of ${id} interview-${interviewId}`, gate: { version: 2, status: 'pending' } },
    ]);
    expect((await listEvents(desk.table(), id)).map(({ type }) => type)).toContain('InterviewRescheduled');
  });

  it('stays as it is when nothing about it changes: nobody is told, and no machine is woken', async () => {
    const { id, path } = await scheduled();
    const before = await listInterviews(desk.table(), id);
    const body = { ...plan, expectedVersion: 1 };
    expect(await desk.ask(recruiterApi.reschedule, path, { body, as: 'omar-haddad', at })).toMatchObject({
      version: 1,
      sequence: 0,
      scheduledBy: 'ana-ruiz',
    });
    expect(await listInterviews(desk.table(), id)).toEqual(before);
    expect(desk.woken()).toEqual([]);
    const told = (await listEvents(desk.table(), id)).map(({ type }) => type);
    expect(told).not.toContain('InterviewRescheduled');
    const late = { ...body, expectedVersion: 2 };
    expect(await desk.refusal('PUT', path, { body: late, at })).toMatchObject({ status: 409 });
  });

  it('is called off once', async () => {
    const { path } = await scheduled();
    const query = { expectedVersion: ['1'] };
    expect(await desk.ask(recruiterApi.cancel, path, { query, at })).toMatchObject({
      status: 'cancelled',
      cancelledBy: 'ana-ruiz',
      sequence: 1,
    });
    expect(desk.woken()).toHaveLength(1);
    const again = await desk.refusal('DELETE', path, { query: { expectedVersion: ['2'] }, at });
    expect(again).toMatchObject({ status: 409 });
    expect(await desk.refusal('PUT', path, { body: { ...moved, expectedVersion: 2 }, at })).toMatchObject({
      status: 409,
    });
  });

  it('is over with its last minute: then it can neither move nor be called off', async () => {
    const { path } = await scheduled();
    const end = '2026-03-10T14:45:00.000Z';
    const body = { ...moved, startsAt: '2026-03-12T09:00:00Z' };
    expect(await desk.refusal('PUT', path, { body, at: end })).toMatchObject({ status: 409 });
    const query = { expectedVersion: ['1'] };
    expect(await desk.refusal('DELETE', path, { query, at: end })).toMatchObject({ status: 409 });
  });

  it('follows the one of two changes that came first', async () => {
    const { path } = await scheduled();
    const replies = await Promise.all([
      desk.send('PUT', path, { body: { ...moved, startsAt: '2026-03-12T09:00:00Z' }, at }),
      desk.send('DELETE', path, { query: { expectedVersion: ['1'] }, at }),
    ]);
    expect(statuses(replies)).toEqual([200, 409]);
  });
});
