import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { recruiterApi } from '../../../../domain/api/recruiter.ts';
import { withdraw } from '../../../../domain/application/gate-changes.ts';
import { beginQuestion } from '../../../../domain/questions/begin.ts';
import type { QuestionForm } from '../../../../domain/questions/question.ts';
import { settings as settingsSchema } from '../../../../domain/settings/settings.ts';
import { readApplication } from '../../../../functions/adapters/store/applications.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { gateCreation, gateWrite, readGate } from '../../../../functions/adapters/store/gates.ts';
import { readJob } from '../../../../functions/adapters/store/jobs.ts';
import { questionCreation } from '../../../../functions/adapters/store/questions.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import defaults from '../../../../workflows/settings.json' with { type: 'json' };
import { useDesk } from './desk.ts';

const desk = useDesk();
const at = '2026-03-03T10:00:00.000Z';
const inWriting: QuestionForm = { wants: 'answer', text: 'Would I have to work on Sundays?' };
const window = { from: '2026-03-03T11:00:00.000Z', to: '2026-03-03T13:00:00.000Z' };
const call: QuestionForm = { wants: 'call', text: 'The shifts.', phone: '+44 113 496 0001', window };

async function aQuestion(form: QuestionForm = inWriting) {
  const table = desk.table();
  const id = await desk.anApplication();
  const application = await readApplication(table, id);
  const { question, gate } = beginQuestion(form, {
    application,
    job: await readJob(table, application.jobId),
    settings: settingsSchema.parse(defaults),
    questionId: ulid(),
    at: '2026-03-02T15:00:00.000Z',
  });
  const waiting = { ...gate, token: `token of ${gate.gateId}` };
  await commit(table, [questionCreation(table, question), gateCreation(table, waiting)]);
  const path = `/api/staff/applications/${id}/questions/${question.questionId}`;
  return { id, ...question, gateId: gate.gateId, path };
}

describe('the preview of an answer', () => {
  const preview = async (path: string, as = 'ana-ruiz') =>
    desk.refusal('POST', `${path}/answer/preview`, { body: { text: 'No.' }, as, at });

  it('is for those whom the job names, about a question that waits', async () => {
    const { path } = await aQuestion();
    expect(await preview(path, 'tom-becker')).toMatchObject({ status: 403 });
    expect(await preview(path.replace(/\w+$/, ulid()))).toMatchObject({ status: 404 });
    await desk.ask(recruiterApi.answerQuestion, `${path}/answer`, {
      body: { text: 'No.', expectedVersion: 1 },
      at,
    });
    expect(await preview(path)).toMatchObject({ status: 409 });
  });
});

describe('answering a question', () => {
  it('settles it, wakes the machine, and keeps the text where colleagues and candidate read it', async () => {
    const { id, gateId, path } = await aQuestion();
    const body = { text: 'Nobody works on Sundays.', expectedVersion: 1 };
    const answered = await desk.ask(recruiterApi.answerQuestion, `${path}/answer`, { body, at });
    expect(answered).toMatchObject({
      status: 'answered',
      version: 2,
      settled: { by: 'ana-ruiz', at, text: 'Nobody works on Sundays.' },
    });
    expect(desk.woken()).toMatchObject([{ token: `token of ${gateId}`, gate: { status: 'held' } }]);
    expect(await readGate(desk.table(), id, gateId)).toMatchObject({ outcome: 'answered', kept: true });
    expect(JSON.stringify(await listEvents(desk.table(), id))).not.toContain('Sundays');
  });

  it('is the first colleague’s: the second is told who was first, and with an old version that it changed', async () => {
    const { path } = await aQuestion();
    const body = { text: 'No.', expectedVersion: 1 };
    expect(
      await desk.refusal('POST', `${path}/answer`, { body: { ...body, expectedVersion: 0 }, at }),
    ).toMatchObject({
      status: 409,
      detail: 'the gate was changed at the same moment',
    });
    await desk.ask(recruiterApi.answerQuestion, `${path}/answer`, { body, at });
    expect(
      await desk.refusal('POST', `${path}/called`, { as: 'omar-haddad', body: { expectedVersion: 2 }, at }),
    ).toMatchObject({
      status: 409,
      detail: `settled already as answered by ana-ruiz at ${at}`,
    });
    expect(desk.woken()).toHaveLength(1);
  });

  it('is refused once the candidate has withdrawn, without a text, and to whom the job does not name', async () => {
    const { id, gateId, path } = await aQuestion();
    const body = { text: 'No.', expectedVersion: 1 };
    expect(await desk.refusal('POST', `${path}/answer`, { body: { expectedVersion: 1 } })).toMatchObject({
      status: 422,
      fields: ['body.text'],
    });
    expect(await desk.refusal('POST', `${path}/answer`, { as: 'tom-becker', body })).toMatchObject({
      status: 403,
    });
    const gate = await readGate(desk.table(), id, gateId);
    await commit(desk.table(), [gateWrite(desk.table(), gate, withdraw(gate, at), at)]);
    expect(await desk.refusal('POST', `${path}/answer`, { body })).toMatchObject({
      status: 409,
      detail: 'the candidate has withdrawn',
    });
  });
});

describe('a call', () => {
  it('is ticked off with a note that stays with colleagues', async () => {
    const { path } = await aQuestion(call);
    const body = { note: 'Spoke for five minutes.', expectedVersion: 1 };
    const ticked = await desk.ask(recruiterApi.recordCall, `${path}/called`, { body, at });
    expect(ticked).toMatchObject({ status: 'called', settled: { note: 'Spoke for five minutes.' } });
  });
});

describe('where colleagues find it', () => {
  it('in the worklist by what is due, with what is to be done', async () => {
    const { id, questionId, due } = await aQuestion(call);
    const { rows } = await desk.ask(recruiterApi.worklist, '/api/staff/worklist', {
      query: { kind: ['question'], limit: ['50'] },
    });
    expect(rows.find(({ applicationId }) => applicationId === id)).toMatchObject({
      kind: 'question',
      due,
      question: { questionId, wants: 'call', window },
      version: 1,
    });
  });

  it('on the application’s page, with the number to call and the answer that was given', async () => {
    const { id, path } = await aQuestion(call);
    const read = () => desk.ask(recruiterApi.readApplication, `/api/staff/applications/${id}`);
    expect((await read()).questions).toMatchObject([
      { status: 'open', text: 'The shifts.', phone: '+44 113 496 0001', owner: 'ana-ruiz' },
    ]);
    await desk.ask(recruiterApi.answerQuestion, `${path}/answer`, {
      body: { text: 'Two a month.', expectedVersion: 1 },
      at,
    });
    expect((await read()).questions).toMatchObject([{ settled: { text: 'Two a month.' } }]);
  });
});
