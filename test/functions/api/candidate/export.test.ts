import { SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { candidateApi } from '../../../../domain/api/candidate.ts';
import { intakeApi } from '../../../../domain/api/intake.ts';
import { saveDraft } from '../../../../functions/adapters/store/feedback-changes.ts';
import { eventWrite } from '../../../../functions/adapters/store/events.ts';
import { interviewWrite } from '../../../../functions/adapters/store/interviews.ts';
import { advance, intend, recordSent } from '../../../../functions/adapters/store/messages.ts';
import { saveSurvey } from '../../../../functions/adapters/store/surveys.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { finishTask } from '../../../../functions/adapters/store/finish-task.ts';
import { raiseTask } from '../../../../functions/adapters/store/tasks.ts';
import { routes } from '../../../../functions/api/candidate/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { seedGate } from '../applications.ts';
import { intakeOver, links, mailedKey, submissionOf } from '../intake/intake.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedJob, seedSettings } from '../seed.ts';

const table = useTable();
const intake = intakeOver(table);
const workflows = new SFNClient({ region: 'us-east-1' });
const handler = httpHandler({ routes, services: () => ({ table: table(), links, workflows }) });
const at = '2026-03-02T09:00:00.000Z';
const later = '2026-03-09T09:00:00.000Z';
const interviewId = '01JNBZ3V4W5X6Y7Z8A9B0C1D2E';

async function applicant(email: string, jobId = 'baker', when = at) {
  const body = submissionOf(jobId, email, { consents: { offers: true } });
  const answer = await intake({ method: 'POST', path: '/api/applications', body, at: when });
  const { applicationId, statusUrl } = intakeApi.apply.reply.body.parse(JSON.parse(answer.body));
  const receipt = new URL(statusUrl).hash.slice(1);
  return { applicationId, receipt, token: await mailedKey(applicationId, when) };
}

async function exported(token: string) {
  const { statusCode, body } = await handler(
    apiEvent({
      method: 'GET',
      path: '/api/candidate/export',
      headers: { Authorization: `Bearer ${token}` },
      at: later,
    }),
    lambdaContext,
  );
  expect(statusCode).toBe(200);
  return { body, document: candidateApi.export.reply.body.parse(JSON.parse(body)) };
}

/** Julia's application as it stands after an interview, with what colleagues wrote among themselves. */
async function interviewed(email: string) {
  const julia = await applicant(email);
  const { applicationId, token } = julia;
  const sentence = 'You asked before you advised.';
  await commit(table(), [
    interviewWrite(table(), {
      applicationId,
      interviewId,
      status: 'scheduled',
      version: 1,
      sequence: 0,
      startsAt: '2026-03-05T10:00:00.000Z',
      endsAt: '2026-03-05T10:45:00.000Z',
      minutes: 45,
      zone: 'Europe/London',
      place: 'Leeds',
      interviewers: ['tom-becker'],
      scheduledBy: 'ana-ruiz',
      createdAt: at,
      updatedAt: at,
    }),
  ]);
  const gate = await seedGate(table(), applicationId, 'feedback', `${interviewId}.tom-becker`);
  const { gateId, kind } = gate;
  await commit(table(), [
    eventWrite(table(), {
      applicationId,
      at,
      type: 'PromiseMade',
      actor: 'system',
      detail: { gateId, kind },
    }),
    eventWrite(table(), {
      applicationId,
      at,
      type: 'PromiseHandedOver',
      actor: 'tom-becker',
      detail: { gateId, kind, from: 'left-since', to: 'grace-okafor' },
    }),
  ]);
  await saveDraft(
    table(),
    { applicationId, interviewId, interviewer: 'tom-becker' },
    { ratings: [], wentWell: 'RAW NOTE', toImprove: '', forCandidate: '' },
    at,
  );
  const message = { applicationId, key: 'acknowledgement.candidate.1', message: 'acknowledgement' } as const;
  const intent = await intend(table(), { ...message, to: 'candidate', at });
  const letter = {
    subject: 'We have your application',
    html: '',
    text: `Follow it: https://jobs.example/application#${token}`,
  };
  const sending = await advance(table(), intent, { status: 'sending', attempts: 1, letter });
  await recordSent(table(), sending, { sesMessageId: 'ses-1', at });
  const task = { applicationId, task: 'welcome-call', subject: '1', owner: 'ana-ruiz' } as const;
  const { taskId } = await raiseTask(table(), { ...task, due: at, at });
  await finishTask(table(), { applicationId, taskId }, { by: 'ana-ruiz', at, note: 'TASK NOTE' });
  await saveSurvey(table(), { applicationId, score: 9, word: sentence, outcome: 'declined', at });
  return julia;
}

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker', { title: 'Baker' });
  await seedJob(table(), 'driver', { title: 'Driver' });
});

describe('my data', () => {
  it('are one document with what I sent, agreed to, was told and answered', async () => {
    const { applicationId, token } = await interviewed('julia@example.com');
    const question = { wants: 'answer', text: 'When would I begin?' };
    const path = '/api/candidate/questions';
    const headers = { Authorization: `Bearer ${token}` };
    await handler(apiEvent({ method: 'POST', path, headers, body: question, at }), lambdaContext);
    await handler(
      apiEvent({ method: 'POST', path: '/api/candidate/referral', headers, body: {}, at }),
      lambdaContext,
    );
    const { document } = await exported(token);
    expect(document).toMatchObject({
      madeAt: later,
      company: { name: 'Shopwithus' },
      application: {
        applicationId,
        job: { title: 'Baker' },
        candidate: { email: 'julia@example.com' },
        interests: [{ id: 'books', names: { en: 'Books', fr: 'Livres' } }],
        answers: [
          { question: 'Can you work at weekends?', answer: true },
          { question: 'Have you worked a till?', answer: false },
        ],
      },
      person: {
        interests: [{ id: 'books' }],
        consents: [{ given: true, source: 'application-form' }],
      },
      interviews: [{ interviewId, place: 'Leeds', interviewers: ['Tom Becker'] }],
      questions: [{ ...question, status: 'open', person: 'Ana Ruiz' }],
      referral: { createdAt: at },
      survey: { score: 9 },
      messages: [{ message: 'acknowledgement', status: 'sent', subject: 'We have your application' }],
    });
    expect(document.events.map(({ type, actor }) => [type, actor])).toEqual(
      expect.arrayContaining([
        ['ApplicationReceived', 'you'],
        ['TaskRaised', 'us'],
      ]),
    );
  });

  it('tell messages in the order in which they came, whatever they are called', async () => {
    const { applicationId, token } = await interviewed('order@example.com');
    const key = 'question-received.candidate.1';
    const earlier = '2026-03-01T09:00:00.000Z';
    await intend(table(), { applicationId, key, message: 'question-received', to: 'candidate', at: earlier });
    const { document } = await exported(token);
    expect(document.messages.map(({ message }) => message)).toEqual(['question-received', 'acknowledgement']);
  });

  it('hold no key, no hash, no token, no colleague’s id and no colleague’s working note', async () => {
    const { token } = await interviewed('another@example.com');
    const { body } = await exported(token);
    expect(body).not.toContain(token);
    expect(body).not.toMatch(
      /personHash|token of|RAW NOTE|TASK NOTE|ana-ruiz|tom-becker|omar-haddad|left-since|grace-okafor/,
    );
  });

  it('are those of the application alone for whoever typed the address', async () => {
    const { applicationId, receipt, token } = await interviewed('owner@example.com');
    const headers = { Authorization: `Bearer ${token}` };
    await handler(
      apiEvent({ method: 'POST', path: '/api/candidate/referral', headers, body: {}, at }),
      lambdaContext,
    );
    const message = { key: 'loyalty-offer.candidate.1', message: 'loyalty-offer', to: 'candidate' } as const;
    await intend(table(), { applicationId, ...message, at });
    const mailed = (await exported(token)).document;
    expect(mailed.messages.map(({ message: name }) => name)).toContain('loyalty-offer');
    const { person, referral, ...rest } = mailed;
    expect([person, referral]).toEqual([expect.anything(), expect.anything()]);
    expect((await exported(receipt)).document).toEqual({
      ...rest,
      messages: rest.messages.filter(({ message: name }) => name !== 'loyalty-offer'),
    });
  });

  it('hold for the address all that was ever said to offers, and that a form asked for them', async () => {
    const before = '2026-02-01T09:00:00.000Z';
    const { token: first } = await applicant('said@example.com', 'baker', before);
    const headers = { Authorization: `Bearer ${first}` };
    const body = { consents: { offers: false } };
    const path = '/api/candidate/preferences';
    await handler(apiEvent({ method: 'PATCH', path, headers, body, at: before }), lambdaContext);
    const { token } = await applicant('said@example.com', 'driver');
    const { document } = await exported(token);
    expect(document.person).toMatchObject({
      consents: [
        { given: true, at: before },
        { given: false, at: before },
      ],
      offersAskedAt: at,
    });
  });
});
