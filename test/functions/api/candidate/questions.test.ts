import { SFNClient } from '@aws-sdk/client-sfn';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { candidateApi } from '../../../../domain/api/candidate.ts';
import { problem } from '../../../../domain/api/problem.ts';
import type { Application } from '../../../../domain/application/application.ts';
import { issueLink } from '../../../../functions/adapters/links.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { listGates } from '../../../../functions/adapters/store/gates.ts';
import { listQuestions } from '../../../../functions/adapters/store/questions.ts';
import { routes } from '../../../../functions/api/candidate/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedApplication } from '../applications.ts';
import { links } from '../intake/intake.ts';
import { seedJob, seedSettings } from '../seed.ts';

const table = useTable();
const workflows = new SFNClient({ region: 'us-east-1' });
const handler = httpHandler({ routes, services: () => ({ table: table(), links, workflows }) });
const at = '2026-03-06T11:30:00.000Z';
const inWriting = { wants: 'answer', text: 'Would I have to work on Sundays?' };
const window = { from: '2026-03-06T13:00:00Z', to: '2026-03-06T15:00:00Z' };
const call = { wants: 'call', text: 'The shifts.', phone: '+44 113 496 0001', window };

async function send(id: string, method: string, path: string, more: object = {}, key?: string) {
  const token = await issueLink(links, 'candidate', id, '2026-09-01T00:00:00.000Z');
  const headers = { Authorization: `Bearer ${token}`, ...(key !== undefined && { 'Idempotency-Key': key }) };
  return handler(apiEvent({ method, path, headers, at, ...more }), lambdaContext);
}

async function ask(id: string, body: object = inWriting, key?: string) {
  const { statusCode, body: text } = await send(id, 'POST', '/api/candidate/questions', { body }, key);
  if (statusCode !== 201) throw new Error(`${statusCode}: ${text}`);
  return candidateApi.ask.reply.body.parse(JSON.parse(text));
}

async function refusal(id: string, body: object, key?: string) {
  const answer = await send(id, 'POST', '/api/candidate/questions', { body }, key);
  const { detail, errors } = problem.parse(JSON.parse(answer.body));
  return { status: answer.statusCode, detail, fields: errors?.map(({ field }) => field) };
}

async function anApplication(changes: Partial<Application> = {}): Promise<string> {
  const id = ulid();
  await seedApplication(table(), id, 'baker', changes);
  return id;
}

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
});

describe('asking a question', () => {
  it('promises an answer at once: by when, and by whom', async () => {
    const id = await anApplication();
    const asked = await ask(id);
    expect(asked).toMatchObject({
      status: 'open',
      wants: 'answer',
      due: '2026-03-09T11:30:00.000Z',
      person: { name: 'Ana Ruiz', phone: '1-800-GR8HR' },
    });
    expect(await listGates(table(), id)).toMatchObject([
      { gateId: `question-${asked.questionId}`, status: 'pending', owner: 'ana-ruiz', due: asked.due },
    ]);
    const events = await listEvents(table(), id);
    expect(events.map(({ type }) => type).toSorted()).toEqual(['PromiseMade', 'QuestionAsked']);
    expect(JSON.stringify(events)).not.toContain('Sundays');
  });

  it('stands in the queue of the sweep until its machine has taken it up', async () => {
    const { questionId } = await ask(await anApplication(), { ...inWriting, text: 'Swept?' });
    expect((await queued(table(), 'sweep')).join()).toContain(questionId);
  });

  it('twenty times at once is one question, and twenty equal answers', async () => {
    const id = await anApplication();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await listQuestions(table(), id)).toHaveLength(1);
  });

  it('under a key used for other words is refused', async () => {
    const id = await anApplication();
    const { questionId } = await ask(id, inWriting, 'one');
    expect((await ask(id, inWriting, 'one')).questionId).toBe(questionId);
    expect(await refusal(id, { ...inWriting, text: 'Another?' }, 'one')).toMatchObject({ status: 422 });
    expect((await ask(id, inWriting, 'two')).questionId).not.toBe(questionId);
  });

  it('ends at three that are open, also when five come at once', async () => {
    const id = await anApplication();
    const texts = ['One?', 'Two?', 'Three?', 'Four?', 'Five?'];
    const results = await Promise.allSettled(texts.map((text) => ask(id, { ...inWriting, text })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await refusal(id, { ...inWriting, text: 'Six?' })).toEqual({
      status: 409,
      detail: '3 questions are open already; ask again when one of them is answered',
      fields: undefined,
    });
  });

  it('is still possible after a decline, not after a withdrawal', async () => {
    await ask(await anApplication({ stage: 'closed', outcome: 'declined' }));
    const withdrawn = await anApplication({ stage: 'withdrawn', outcome: 'withdrawn' });
    expect(await refusal(withdrawn, inWriting)).toMatchObject({ status: 409 });
  });

  it.each([
    [{ wants: 'answer', text: ' ' }, 'body.text'],
    [{ wants: 'answer', text: 'x'.repeat(2001) }, 'body.text'],
    [{ wants: 'answer', text: 'Why?', phone: '12345' }, 'body'],
    [{ ...call, phone: 'me' }, 'body.phone'],
    [{ ...call, window: { from: 'soon', to: 'later' } }, 'body.window.from'],
  ])('does not take %j', async (body, field) => {
    const { status, fields } = await refusal(await anApplication(), body);
    expect(status).toBe(422);
    expect(fields?.[0]).toContain(field);
  });
});

describe('booking a call', () => {
  it('offers the windows with the candidate’s zone and number', async () => {
    const id = await anApplication({ zone: 'America/New_York' });
    const { body } = await send(id, 'GET', '/api/candidate/call-windows');
    const offered = candidateApi.readCallWindows.reply.body.parse(JSON.parse(body));
    expect(offered).toMatchObject({ zone: 'America/New_York', phone: '+44 113 496 0000' });
    expect(offered.windows[0]).toEqual({ from: '2026-03-06T13:00:00.000Z', to: '2026-03-06T15:00:00.000Z' });
  });

  it('is promised for the end of its window', async () => {
    const asked = await ask(await anApplication(), call);
    expect(asked).toMatchObject({ wants: 'call', due: '2026-03-06T15:00:00.000Z', phone: call.phone });
  });

  it.each([
    { from: '2026-03-06T12:00:00Z', to: '2026-03-06T14:00:00Z' },
    { from: '2026-03-07T09:00:00Z', to: '2026-03-07T11:00:00Z' },
    { from: '2026-03-06T11:00:00Z', to: '2026-03-06T13:00:00Z' },
  ])('in a window that is not offered says which field', async (other) => {
    expect(await refusal(await anApplication(), { ...call, window: other })).toMatchObject({
      status: 422,
      fields: ['body.window'],
    });
  });
});
