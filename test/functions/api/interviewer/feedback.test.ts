import { SendTaskSuccessCommand, SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { interviewerApi } from '../../../../domain/api/interviewer.ts';
import { problem } from '../../../../domain/api/problem.ts';
import { approve, schedule } from '../../../../domain/interviews/changes.ts';
import { interviewerLinkId } from '../../../../domain/links/link.ts';
import type { Gate } from '../../../../domain/application/gate-item.ts';
import { issueLink } from '../../../../functions/adapters/links.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { findFeedback } from '../../../../functions/adapters/store/feedback.ts';
import { readGate } from '../../../../functions/adapters/store/gates.ts';
import { interviewWrite } from '../../../../functions/adapters/store/interviews.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { routes } from '../../../../functions/api/interviewer/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { fakeLinks } from '../../adapters/fake-kms.ts';
import { useTable } from '../../dynamodb.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedApplication, seedGate } from '../applications.ts';
import { seedJob } from '../seed.ts';

const table = useTable();
const links = fakeLinks();
const workflows = new SFNClient({ region: 'us-east-1' });
const sfn = mockClient(workflows);
const handler = httpHandler({ routes, services: () => ({ table: table(), links, workflows }) });

const jobId = 'sales-assistant-leeds';
const interviewer = 'tom-becker';
const at = '2026-03-11T10:00:00.000Z';
const path = interviewerApi.give.path;
const form = {
  ratings: [
    { criterion: 'weekends', rating: 'clearly' },
    { criterion: 'till', rating: 'partly' },
  ],
  wentWell: 'Calm with an angry customer.',
  toImprove: 'Slow at the till.',
  forCandidate: 'You stayed calm when it mattered.',
};

beforeAll(() => seedJob(table(), jobId));
beforeEach(() => {
  sfn.reset();
  sfn.on(SendTaskSuccessCommand).resolves({});
});

async function asked(gate: Partial<Gate> = {}) {
  const id = ulid();
  const interviewId = ulid();
  await seedApplication(table(), id, jobId, { stage: 'interviewing' });
  const plan = {
    startsAt: '2026-03-10T14:00:00Z',
    minutes: 45,
    zone: 'Europe/London',
    place: 'Leeds',
    interviewers: [interviewer],
  };
  const interview = schedule(id, interviewId, plan, { by: 'ana-ruiz', at: '2026-03-04T10:00:00.000Z' });
  await commit(table(), [interviewWrite(table(), interview)]);
  await seedGate(table(), id, 'feedback', `${interviewId}.${interviewer}`, { owner: interviewer, ...gate });
  /** Calls by the link of one of the staff. */
  const sendAs = async (who: string, method: string, route: string, body?: unknown, when = at) => {
    const linkId = interviewerLinkId(id, interviewId, who);
    const token = await issueLink(links, 'interviewer', linkId, '2026-05-01T00:00:00.000Z');
    return handler(
      apiEvent({ method, path: route, body, at: when, headers: { Authorization: `Bearer ${token}` } }),
      lambdaContext,
    );
  };
  const send = (method: string, route: string, body?: unknown, when = at) =>
    sendAs(interviewer, method, route, body, when);
  const gateNow = () => readGate(table(), id, `feedback-${interviewId}.${interviewer}`);
  return { id, interviewId, interview, send, sendAs, gateNow };
}

const ok = <Schema extends z.ZodType>(schema: Schema, reply: { statusCode: number; body: string }) => {
  if (reply.statusCode !== 200) throw new Error(`${reply.statusCode}: ${reply.body}`);
  return schema.parse(JSON.parse(reply.body));
};

describe('what an interviewer is asked', () => {
  it('names the job, the person and the criteria, and nothing that identifies the candidate further', async () => {
    const { send } = await asked();
    const reply = await send('GET', path);
    expect(ok(interviewerApi.read.reply.body, reply)).toEqual({
      jobTitle: 'Sales assistant',
      candidateName: 'Julia S.',
      interview: { startsAt: '2026-03-10T14:00:00.000Z', zone: 'Europe/London' },
      criteria: [
        { id: 'weekends', text: 'works at weekends' },
        { id: 'till', text: 'has worked a till' },
      ],
      due: '2026-03-04T09:00:00.000Z',
      state: 'editable',
      feedback: null,
    });
    expect(reply.body).not.toMatch(/julia@|Stone|token/);
  });

  it('takes a signed link of its own purpose', async () => {
    const { id } = await asked();
    const foreign = await issueLink(links, 'candidate', id, '2026-05-01T00:00:00.000Z');
    for (const headers of [{}, { Authorization: `Bearer ${foreign}` }]) {
      const { statusCode } = await handler(apiEvent({ method: 'GET', path, at, headers }), lambdaContext);
      expect(statusCode).toBe(401);
    }
  });
});

describe('feedback that was handed over', () => {
  const handed = { owner: 'lin-zhao', handedOver: true } as const;

  it('is given by whoever it is now, in a form of their own, and settles the wait', async () => {
    const { id, interviewId, sendAs, gateNow } = await asked(handed);
    await sendAs(interviewer, 'PUT', interviewerApi.saveDraft.path, { wentWell: 'Calm' });
    const seen = ok(interviewerApi.read.reply.body, await sendAs('lin-zhao', 'GET', path));
    expect(seen).toMatchObject({ state: 'editable', feedback: null });
    ok(interviewerApi.give.reply.body, await sendAs('lin-zhao', 'POST', path, form));
    expect(await gateNow()).toMatchObject({ outcome: 'given', decision: { by: 'lin-zhao' } });
    expect(sfn.commandCalls(SendTaskSuccessCommand)).toHaveLength(1);
    expect(await findFeedback(table(), id, interviewId, 'lin-zhao')).toMatchObject({ givenAt: at });
    expect(await listEvents(table(), id)).toMatchObject([{ type: 'FeedbackGiven', actor: 'lin-zhao' }]);
  });

  it('is welcome from whoever was asked first as well: the first of the two settles the wait', async () => {
    const { sendAs, gateNow } = await asked(handed);
    ok(interviewerApi.give.reply.body, await sendAs(interviewer, 'POST', path, form));
    expect(await gateNow()).toMatchObject({ outcome: 'given', decision: { by: interviewer } });
    ok(interviewerApi.give.reply.body, await sendAs('lin-zhao', 'POST', path, form));
    expect(await gateNow()).toMatchObject({ version: 2, decision: { by: interviewer } });
  });

  it('is asked of nobody else: a link of whom it was taken from again opens nothing', async () => {
    const { sendAs } = await asked(handed);
    expect((await sendAs('grace-okafor', 'GET', path)).statusCode).toBe(404);
    expect((await sendAs('grace-okafor', 'POST', path, form)).statusCode).toBe(404);
  });
});

describe('giving feedback', () => {
  it('settles the wait once, and replaces what was given until it is approved', async () => {
    const { id, interviewId, interview, send, gateNow } = await asked();
    await send('PUT', interviewerApi.saveDraft.path, { wentWell: 'Calm' });
    await send('PUT', interviewerApi.saveDraft.path, { wentWell: 'Calm.', toImprove: 'Till' });
    expect(ok(interviewerApi.read.reply.body, await send('GET', path)).feedback).toEqual({
      wentWell: 'Calm.',
      toImprove: 'Till',
      updatedAt: at,
    });
    expect((await gateNow()).status).toBe('pending');

    ok(interviewerApi.give.reply.body, await send('POST', path, form));
    expect(await gateNow()).toMatchObject({ status: 'held', outcome: 'given', holdUntil: at, version: 2 });
    expect(sfn.commandCalls(SendTaskSuccessCommand)).toHaveLength(1);

    const later = '2026-03-11T11:00:00.000Z';
    const changed = { ...form, toImprove: 'Practise the till.' };
    expect(ok(interviewerApi.give.reply.body, await send('POST', path, changed, later))).toMatchObject({
      toImprove: 'Practise the till.',
      givenAt: at,
      updatedAt: later,
    });
    expect((await gateNow()).version).toBe(2);
    const types = (await listEvents(table(), id)).map(({ type }) => type);
    expect(types).toEqual(['FeedbackGiven']);

    const approved = approve(
      interview,
      { strengths: ['Calm'], improvements: ['Till'] },
      { by: 'grace-okafor', at },
    );
    await commit(table(), [interviewWrite(table(), approved)]);
    const refused = await send('POST', path, form, later);
    expect([refused.statusCode, problem.parse(JSON.parse(refused.body)).detail]).toEqual([
      409,
      'the feedback was approved; it can no longer change',
    ]);
    expect(ok(interviewerApi.read.reply.body, await send('GET', path)).state).toBe('approved');
    expect((await findFeedback(table(), id, interviewId, interviewer))?.toImprove).toBe('Practise the till.');
  });

  it('counts once when the button is pressed twice in the same moment', async () => {
    const { id, send, gateNow } = await asked();
    const replies = await Promise.all([send('POST', path, form), send('POST', path, form)]);
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await gateNow()).version).toBe(2);
    expect(await listEvents(table(), id)).toHaveLength(1);
  });

  it('is welcome after the last deadline, when nobody waits for it any more', async () => {
    const { id, interviewId, send, gateNow } = await asked({
      status: 'closed',
      outcome: 'released',
      settledBy: 'timer',
      closedAt: at,
    });
    ok(interviewerApi.give.reply.body, await send('POST', path, form));
    expect(await findFeedback(table(), id, interviewId, interviewer)).toMatchObject({ givenAt: at });
    expect((await gateNow()).outcome).toBe('released');
    expect(sfn.commandCalls(SendTaskSuccessCommand)).toHaveLength(0);
  });

  it('is not wanted after the candidate withdrew', async () => {
    const { send } = await asked({
      status: 'closed',
      outcome: 'withdrawn',
      settledBy: 'candidate',
      closedAt: at,
    });
    expect((await send('POST', path, form)).statusCode).toBe(409);
    expect(ok(interviewerApi.read.reply.body, await send('GET', path)).state).toBe('over');
  });

  it.each([
    [
      'a criterion the job never published',
      { ratings: [{ criterion: 'charm', rating: 'clearly' }] },
      'ratings.0',
    ],
    ['a number for a rating', { ratings: [{ criterion: 'till', rating: 4 }] }, 'body.ratings.0.rating'],
    ['a criterion left out', { ratings: form.ratings.slice(0, 1) }, 'body.ratings'],
    ['nothing for the candidate', { forCandidate: ' ' }, 'body.forCandidate'],
  ])('with %s is refused', async (_, change, field) => {
    const { send, gateNow } = await asked();
    const reply = await send('POST', path, { ...form, ...change });
    expect(reply.statusCode).toBe(422);
    expect(problem.parse(JSON.parse(reply.body)).errors?.[0]?.field).toContain(field);
    expect((await gateNow()).status).toBe('pending');
  });
});
