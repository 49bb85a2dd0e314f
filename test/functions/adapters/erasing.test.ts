import { join } from 'node:path';
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { MessageRejected, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { ExecutionDoesNotExist, SFNClient, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { PutCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redeem } from '../../../domain/codes/transitions.ts';
import { questionGateId } from '../../../domain/questions/question.ts';
import { applied } from '../../../domain/people/person.ts';
import { Contended, MailUnconfirmed } from '../../../domain/steps/errors.ts';
import { deliver } from '../../../functions/adapters/delivery.ts';
import { erase } from '../../../functions/adapters/erasing.ts';
import type { Eraser } from '../../../functions/adapters/erasing.ts';
import { applyMarks, eraseRetained, finishErasures } from '../../../functions/adapters/forgetting.ts';
import { applicationWrite, findApplication } from '../../../functions/adapters/store/applications.ts';
import { askQuestion } from '../../../functions/adapters/store/asking.ts';
import { beginErasure, findErasure } from '../../../functions/adapters/store/erasures.ts';
import { listEvents } from '../../../functions/adapters/store/events.ts';
import { recordReport } from '../../../functions/adapters/mail-reports.ts';
import { changeOffer } from '../../../functions/adapters/store/offer-changes.ts';
import { findLiveCode, findOffer, issueOffer } from '../../../functions/adapters/store/offers.ts';
import { findPerson, personWrite } from '../../../functions/adapters/store/people.ts';
import { applicationsOf } from '../../../functions/adapters/store/person-erasure.ts';
import { stallQuestion, takeQuestionUpAgain } from '../../../functions/adapters/store/question-runs.ts';
import { partsOf, publishTemplates } from '../../../functions/adapters/store/template-publishing.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { raiseTask } from '../../../functions/adapters/store/tasks.ts';
import { buildTemplates } from '../../../tools/build-templates.ts';
import { useTable } from '../dynamodb.ts';
import { queued } from '../queued.ts';
import { seedApplication, seedGate } from '../api/applications.ts';
import { seedJob, seedSettings } from '../api/seed.ts';

const jobId = 'sales-assistant-leeds';
const at = '2026-03-05T09:00:00.000Z';
const later = '2026-03-05T15:00:00.000Z';
const resumeKey = 'quarantine/01JNBZ3V4W5X6Y7Z8A9B0C1D2E';

const table = useTable();
const s3 = new S3Client({ region: 'us-east-1' });
const files = mockClient(s3);
const ses = new SESv2Client({ region: 'us-east-1' });
const mail = mockClient(ses);
const sfn = new SFNClient({ region: 'us-east-1' });
const machines = mockClient(sfn);

const eraser = (): Eraser => ({
  table: table(),
  files: { client: s3, bucket: 'resumes' },
  machines: {
    client: sfn,
    journeyAlias: 'arn:aws:states:us-east-1:123456789012:stateMachine:prod-candidate-journey:live',
    callbackAlias: 'arn:aws:states:us-east-1:123456789012:stateMachine:prod-callback-request:live',
  },
  post: {
    mailer: { client: ses, configurationSet: 'prod' },
    from: 'careers@shop.example',
    replyTo: 'people@shop.example',
  },
});

/** Counts what a run takes on, and lets its failures through. */
async function run(work: typeof finishErasures, when: string): Promise<number> {
  let taken = 0;
  await work(eraser(), when, async (_applicationId, one) => {
    taken += 1;
    await one();
  });
  return taken;
}

/** Everything of the table whose text holds a word. */
async function holding(word: string): Promise<unknown[]> {
  const { Items = [] } = await table().client.send(new ScanCommand({ TableName: table().name }));
  return Items.filter((item) => JSON.stringify(item).includes(word));
}

let people = 0;

/** An applicant with a name of their own, as the table holds them, and what colleagues have to do about them. */
async function applicant(changes: { personHash?: string; submittedAt?: string; stage?: 'closed' } = {}) {
  people += 1;
  const name = `Julia${people}`;
  const personHash = changes.personHash ?? `hash${people}`;
  const submittedAt = changes.submittedAt ?? `2026-03-0${1 + (people % 4)}T09:00:00.000Z`;
  const applicationId = ulid(Date.parse(submittedAt));
  const email = `${name}@example.com`.toLowerCase();
  const seeded = await seedApplication(table(), applicationId, jobId, {
    personHash,
    submittedAt,
    resumeKey,
    candidate: { name: `${name} Stone`, email },
    ...(changes.stage && { stage: changes.stage, outcome: 'declined', closedAt: submittedAt }),
  });
  const Item = {
    pk: `APP#${applicationId}`,
    sk: 'APP',
    gsi2pk: `PERSON#${personHash}`,
    gsi2sk: `APP#${submittedAt}`,
    ...seeded,
  };
  await table().client.send(new PutCommand({ TableName: table().name, Item }));
  if (!(await findPerson(table(), personHash))) {
    const known = {
      personHash,
      email,
      name,
      locale: 'en',
      interests: [],
      at,
      consentTo: 'offers-2026',
    } as const;
    await commit(table(), [personWrite(table(), applied(undefined, known))]);
  }
  await seedGate(table(), applicationId, 'shortlist', '1');
  await raiseTask(table(), {
    applicationId,
    task: 'welcome-call',
    subject: '1',
    due: at,
    owner: 'ana-ruiz',
    at,
  });
  return { applicationId, personHash, email, name, submittedAt };
}

async function asked(applicationId: string, reason: 'asked' | 'retention' = 'asked') {
  const begun = await beginErasure(table(), applicationId, { reason, confirms: reason === 'asked', at });
  if (!begun) throw new Error('nothing to erase');
  return begun;
}

const confirmations = (email: string) =>
  mail
    .commandCalls(SendEmailCommand)
    .filter(({ args: [{ input }] }) => input.Destination?.ToAddresses?.includes(email));

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), jobId);
  const catalogue = await buildTemplates(join(import.meta.dirname, '..', '..', '..'));
  await publishTemplates(table(), partsOf(catalogue), { author: 'test', note: 'test' });
});
beforeEach(() => {
  files.reset();
  files.on(ListObjectsV2Command).resolves({ Contents: [] });
  mail.reset();
  mail.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
  machines.reset();
  machines.on(StopExecutionCommand).resolves({});
});

describe('an erasure', () => {
  it('leaves nothing of the person, and one event that says that there was one', async () => {
    const julia = await applicant();
    await erase(eraser(), await asked(julia.applicationId), at);

    expect(await holding(julia.name)).toEqual([]);
    expect(await holding(julia.email)).toEqual([]);
    expect(await holding(julia.personHash)).toEqual([]);
    expect(await listEvents(table(), julia.applicationId)).toEqual([
      {
        applicationId: julia.applicationId,
        at,
        type: 'ApplicationErased',
        actor: 'system',
        detail: { reason: 'asked' },
      },
    ]);
    expect(
      (await queued(table(), 'task')).filter((entry) => String(entry).includes(julia.applicationId)),
    ).toEqual([]);
    expect(
      (await queued(table(), 'shortlist')).filter((entry) => String(entry).includes(julia.applicationId)),
    ).toEqual([]);
    const [stopped] = machines.commandCalls(StopExecutionCommand);
    expect(stopped?.args[0].input.executionArn).toBe(
      `arn:aws:states:us-east-1:123456789012:execution:prod-candidate-journey:${julia.applicationId}`,
    );
    expect(files.commandCalls(DeleteObjectCommand)[0]?.args[0].input.Key).toBe(resumeKey);
    expect(files.commandCalls(PutObjectCommand)[0]?.args[0].input.Key).toBe(
      `erased/${julia.personHash}/${julia.submittedAt}`,
    );
  });

  it('takes the questions along, and stops whatever sees to them', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const questionId = ulid(Date.parse(at));
    const gate = { ...(await seedGate(table(), applicationId, 'shortlist', '2')), kind: 'question' } as const;
    await askQuestion(table(), {
      applicationId,
      key: 'key',
      fingerprint: 'words',
      at,
      begin: async () => ({
        question: { applicationId, questionId, wants: 'answer', text: 'QUESTION', askedAt: at, due: later },
        gate: { ...gate, gateId: questionGateId(questionId), subject: questionId },
      }),
    });
    await stallQuestion(table(), { applicationId, questionId, run: 1 });
    await takeQuestionUpAgain(table(), { applicationId, questionId, at });
    await erase(eraser(), await asked(applicationId), at);

    const stopped = machines
      .commandCalls(StopExecutionCommand)
      .map(({ args: [{ input }] }) => String(input.executionArn).split(':').slice(-2).join(':'));
    expect(stopped.sort()).toEqual([
      `prod-callback-request:${applicationId}-${questionId}`,
      `prod-callback-request:${applicationId}-${questionId}-2`,
      `prod-candidate-journey:${applicationId}`,
    ]);
    expect(await holding('QUESTION')).toEqual([]);
    expect(await holding(questionId)).toEqual([]);
  });

  it('tells the candidate once, before the address goes', async () => {
    const julia = await applicant();
    const erasure = await asked(julia.applicationId);
    await erase(eraser(), erasure, at);
    await erase(eraser(), erasure, later);
    const sent = confirmations(julia.email);
    expect(sent).toHaveLength(1);
    const { Simple } = sent[0]?.args[0].input.Content ?? {};
    expect(Simple?.Subject?.Data).toBe('Your data is erased');
    expect(Simple?.Body?.Text?.Data).toContain('erased your applications, your files');
  });

  it('begins with nobody finding the application, and no mail leaving for it', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const entry = {
      applicationId,
      key: 'decline.candidate.1',
      message: 'decline',
      to: 'candidate',
      at,
    } as const;
    const services = { table: table(), mailer: eraser().post.mailer };
    const letter = { subject: 'Our decision', preheader: '', html: '', text: '' };
    const writing = deliver.once(services, entry, async () => {
      // The step was at work already when the candidate asked.
      await asked(applicationId);
      return { from: 'a@shop.example', to: julia.email, replyTo: 'b@shop.example', letter, tags: {} };
    });
    await expect(writing).rejects.toThrow(Contended);
    expect(mail.commandCalls(SendEmailCommand)).toHaveLength(0);
    expect(await findApplication(table(), applicationId)).toBeUndefined();
    const raised = {
      applicationId,
      task: 'attention',
      subject: '1',
      due: at,
      owner: 'ana-ruiz',
      at,
    } as const;
    await expect(raiseTask(table(), raised)).rejects.toThrow(Contended);
  });

  it('is finished by a later run when a service failed in between, and tells nothing twice', async () => {
    const julia = await applicant();
    const erasure = await asked(julia.applicationId);
    files.on(PutObjectCommand).rejectsOnce(new Error('S3 is down'));
    await expect(erase(eraser(), erasure, at)).rejects.toThrow('S3 is down');
    expect(await findErasure(table(), julia.applicationId)).toBeDefined();

    const others = (await queued(table(), 'erasure')).length;
    expect(await run(finishErasures, later)).toBe(others);
    expect(confirmations(julia.email)).toHaveLength(1);
    expect(await holding(julia.email)).toEqual([]);
    expect(await run(finishErasures, later)).toBe(0);
  });

  it('waits for word of a mail that may have left, and goes on when SES says that it did', async () => {
    const julia = await applicant();
    const { applicationId } = julia;
    const erasure = await asked(applicationId);
    mail.on(SendEmailCommand).rejectsOnce(new Error('the connection broke'));
    await expect(erase(eraser(), erasure, at)).rejects.toThrow(MailUnconfirmed);
    await expect(erase(eraser(), erasure, later)).rejects.toThrow(MailUnconfirmed);
    const key = 'erasure-confirmed.candidate.1';
    await recordReport(table(), { applicationId, key, note: { seen: 'sent' }, at });
    await erase(eraser(), erasure, later);
    expect(confirmations(julia.email)).toHaveLength(1);
    expect(await holding(julia.email)).toEqual([]);
  });

  it('of somebody whose journey never ran, and whose mail SES refuses, is an erasure all the same', async () => {
    const julia = await applicant();
    machines.on(StopExecutionCommand).rejects(new ExecutionDoesNotExist({ message: 'none', $metadata: {} }));
    const refused = { message: 'no', $fault: 'client', $metadata: { httpStatusCode: 400 } } as const;
    mail.on(SendEmailCommand).rejects(new MessageRejected(refused));
    await erase(eraser(), await asked(julia.applicationId), at);
    expect(await holding(julia.email)).toEqual([]);
  });

  it('leaves the person and their other application as they are, and says so', async () => {
    const first = await applicant({ submittedAt: '2026-03-01T09:00:00.000Z' });
    const second = await applicant({ personHash: first.personHash, submittedAt: '2026-03-02T09:00:00.000Z' });
    await erase(eraser(), await asked(first.applicationId), at);
    expect(await findPerson(table(), first.personHash)).toBeDefined();
    const left = await applicationsOf(table(), first.personHash);
    expect(left.map(({ applicationId }) => applicationId)).toEqual([second.applicationId]);
    const text = confirmations(first.email)[0]?.args[0].input.Content?.Simple?.Body?.Text?.Data;
    expect(text).toContain('one of your applications');
  });
});

describe('an offer of somebody who is erased', () => {
  const campaign = {
    id: 'thank-you',
    title: 'Thank you',
    value: { percent: 10 },
    interests: [],
    default: true,
    validFor: 'P30D',
    shopUrl: 'https://shop.example',
  };
  const codeFor = async ({ applicationId, personHash }: { applicationId: string; personHash: string }) => {
    const { offer } = await issueOffer(table(), {
      applicationId,
      personHash,
      campaign,
      zone: 'Europe/London',
      at,
    });
    return offer?.code ?? 'none';
  };

  it('cannot be used any more', async () => {
    const julia = await applicant();
    const code = await codeFor(julia);
    await erase(eraser(), await asked(julia.applicationId), at);
    expect(await findOffer(table(), code)).toBeUndefined();
    expect(await findLiveCode(table(), julia.personHash, at)).toBeUndefined();
    expect(await holding(code)).toEqual([]);
  });

  it('leaves the receipt of what was redeemed, without the person', async () => {
    const julia = await applicant();
    const code = await codeFor(julia);
    const amount = { amount: 80, currency: 'GBP' };
    await changeOffer(table(), { code, at, amount }, (life) => redeem(life, { orderId: 'ORDER-1', at }));
    await erase(eraser(), await asked(julia.applicationId), later);
    expect(await holding(code)).toMatchObject([
      { sk: 'RECEIPT', campaign: 'thank-you', amount, life: { state: 'redeemed', orderId: 'ORDER-1' } },
    ]);
    expect(await holding(julia.personHash)).toEqual([]);
  });
});

describe('a closed application', () => {
  const close = async ({ applicationId }: { applicationId: string }, eraseAt: string) => {
    const application = await findApplication(table(), applicationId);
    if (application)
      await commit(table(), [
        applicationWrite(table(), application, { queue: { name: 'retention', at: eraseAt } }, at),
      ]);
  };

  it('is erased when its time is over, and nobody is written to', async () => {
    const julia = await applicant({ stage: 'closed' });
    await close(julia, '2026-09-01T00:00:00.000Z');
    expect(await run(eraseRetained, '2026-08-31T00:00:00.000Z')).toBe(0);
    expect(await findApplication(table(), julia.applicationId)).toBeDefined();
    expect(await run(eraseRetained, '2026-09-01T06:00:00.000Z')).toBe(1);
    expect(await holding(julia.email)).toEqual([]);
    expect(mail.commandCalls(SendEmailCommand)).toHaveLength(0);
    expect(await listEvents(table(), julia.applicationId)).toMatchObject([
      { detail: { reason: 'retention' } },
    ]);
  });

  it('waits while its thank-you can still be used', async () => {
    const julia = await applicant({ stage: 'closed' });
    const { applicationId, personHash } = julia;
    const Item = {
      pk: `PERSON#${personHash}`,
      sk: 'LIVE-OFFER',
      code: 'X',
      validUntil: '2026-09-10T00:00:00.000Z',
    };
    await table().client.send(new PutCommand({ TableName: table().name, Item }));
    await close(julia, '2026-09-01T00:00:00.000Z');
    await run(eraseRetained, '2026-09-05T00:00:00.000Z');
    expect(await findApplication(table(), applicationId)).toBeDefined();
    expect(await run(eraseRetained, '2026-09-11T00:00:00.000Z')).toBe(1);
  });
});

describe('a restored backup', () => {
  it('brings nobody back: the mark erases again, without a word', async () => {
    const julia = await applicant();
    const backup = (
      await table().client.send(
        new QueryCommand({
          TableName: table().name,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `APP#${julia.applicationId}` },
        }),
      )
    ).Items;
    await erase(eraser(), await asked(julia.applicationId), at);
    const [left] = files.commandCalls(PutObjectCommand);
    mail.resetHistory();
    for (const Item of backup ?? [])
      await table().client.send(new PutCommand({ TableName: table().name, Item }));
    expect(await holding(julia.email)).not.toEqual([]);

    const Contents = [{ Key: left?.args[0].input.Key }, { Key: 'erased/something else' }];
    files.on(ListObjectsV2Command).resolves({ Contents });
    expect(await run(applyMarks, later)).toBe(1);
    expect(await holding(julia.email)).toEqual([]);
    expect(mail.commandCalls(SendEmailCommand)).toHaveLength(0);
    expect(await run(applyMarks, later)).toBe(0);
  });
});
