import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { intakeApi } from '../../../../domain/api/intake.ts';
import { resumeKeyOf } from '../../../../domain/api/intake/resume.ts';
import { mayMarket } from '../../../../domain/consent/history.ts';
import { problem } from '../../../../domain/api/problem.ts';
import { hashAddress, hashMailbox } from '../../../../functions/adapters/links.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { readApplication } from '../../../../functions/adapters/store/applications.ts';
import { keys } from '../../../../functions/adapters/store/keys.ts';
import { findPerson } from '../../../../functions/adapters/store/people.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';
import { seedJob, seedSettings } from '../seed.ts';
import { applicationsFor, intakeOver, itemsOf, links, purposeOf, submissionOf } from './intake.ts';

const table = useTable();
const call = intakeOver(table);
const at = '2026-03-02T09:00:00.250Z';
const receipt = intakeApi.apply.reply.body;

const post = (body: object, headers: Record<string, string> = {}, when = at) =>
  call({ method: 'POST', path: '/api/applications', body, headers, at: when });
const receiptOf = async (answer: ReturnType<typeof post>) => receipt.parse(JSON.parse((await answer).body));
const fieldsOf = async (answer: ReturnType<typeof post>) =>
  problem.parse(JSON.parse((await answer).body)).errors?.map(({ field }) => field);

const decline = (applicationId: string) =>
  table().client.send(
    new UpdateCommand({
      TableName: table().name,
      Key: keys.application(applicationId),
      UpdateExpression: 'SET stage = :declined',
      ExpressionAttributeValues: { ':declined': 'declined' },
    }),
  );
/** Why links were asked for with an address. */
const linkRequests = async (email: string) =>
  (await itemsOf(table(), keys.person(await hashAddress(links, email)).pk))
    .filter(({ sk }) => String(sk).startsWith('LINK-REQUEST#'))
    .map(({ why }) => why);

beforeAll(async () => {
  await seedSettings(table());
  for (const id of ['one', 'two', 'three', 'four', 'crowd', 'again', 'keyed', 'bots'])
    await seedJob(table(), id);
  await seedJob(table(), 'over', { status: 'closed' });
  await seedJob(table(), 'with-resume', { resume: 'required' });
});

describe('an application', () => {
  it('is stored with its first event, its promise, the person and their consent, and answered 202', async () => {
    const answer = await post(
      submissionOf('one', 'Julia@example.com', { consents: { offers: true }, locale: 'fr' }),
    );
    expect(answer.statusCode).toBe(202);
    const { applicationId, promise, statusUrl, note } = receipt.parse(JSON.parse(answer.body));
    expect(promise).toEqual({ kind: 'acknowledgement', due: '2026-03-02T09:01:00.250Z' });
    expect(note).toBe('At most three applications per address and day are taken.');
    expect(statusUrl).toMatch(/^https:\/\/jobs\.example\.com\/application#[\w-]+$/);
    expect(await purposeOf(statusUrl, at)).toBe('receipt');

    const personHash = await hashAddress(links, 'julia@example.com');
    expect(await readApplication(table(), applicationId)).toMatchObject({
      stage: 'received',
      version: 1,
      personHash,
      submittedAt: at,
      locale: 'fr',
      zone: 'Europe/London',
      answers: { weekends: true, till: false },
      promise: { kind: 'acknowledgement', due: promise.due, madeAt: at, owner: 'ana-ruiz' },
    });
    expect(await listEvents(table(), applicationId)).toEqual([
      { applicationId, at, type: 'ApplicationReceived', actor: 'candidate', detail: { jobId: 'one' } },
    ]);
    expect((await queued(table(), 'sweep')).join()).toContain(`#${applicationId}`);
    expect(await findPerson(table(), personHash)).toMatchObject({
      version: 1,
      interests: ['books'],
      consents: [{ channel: 'offers-email', given: true, at, source: 'application-form' }],
    });
  });

  it('keeps names and addresses out of the keys and of the record of the answer', async () => {
    await post(
      submissionOf('two', 'hidden@example.com', {
        candidate: { name: 'Nobody', email: 'hidden@example.com' },
      }),
    );
    const personHash = await hashAddress(links, 'hidden@example.com');
    const mailbox = await hashMailbox(links, 'hidden@example.com');
    const beside = [
      ...(await itemsOf(table(), keys.person(personHash).pk)).filter(({ sk }) => sk !== 'PERSON'),
      ...(await itemsOf(table(), keys.applicationsOfDay(mailbox, at).pk)),
    ];
    expect(beside).toHaveLength(2);
    expect(JSON.stringify(beside)).not.toMatch(/Nobody|hidden@/);
  });

  it('is refused with every field that does not fit the job', async () => {
    const wrong = submissionOf('one', 'a@example.com', {
      answers: { weekends: true, licence: true },
      interests: ['x'],
    });
    expect(await fieldsOf(post(wrong))).toEqual([
      'body.answers.till',
      'body.answers.licence',
      'body.interests.0',
    ]);
    expect(await fieldsOf(post({ ...wrong, candidate: { name: '', email: 'a' }, salary: 1 }))).toEqual([
      'body.candidate.name',
      'body.candidate.email',
      'body.salary',
    ]);
  });

  it('brings a résumé where one is asked, by a key of ours and no other', async () => {
    expect(await fieldsOf(post(submissionOf('with-resume', 'r@example.com')))).toEqual(['body.resumeKey']);
    expect(
      await fieldsOf(post(submissionOf('with-resume', 'r@example.com', { resumeKey: 'clean/cv.pdf' }))),
    ).toEqual(['body.resumeKey']);
    const resumeKey = resumeKeyOf(ulid(Date.parse(at)));
    expect((await post(submissionOf('with-resume', 'r@example.com', { resumeKey }))).statusCode).toBe(202);
    expect(await fieldsOf(post(submissionOf('one', 'r@example.com', { resumeKey })))).toEqual([
      'body.resumeKey',
    ]);
  });

  it('takes no résumé that was uploaded more than a day before, unless it was handed in by then', async () => {
    const resumeKey = resumeKeyOf(ulid(Date.parse(at)));
    const late = '2026-03-03T09:00:00.251Z';
    const body = submissionOf('with-resume', 'late@example.com', { resumeKey });
    expect(await fieldsOf(post(body, {}, late))).toEqual(['body.resumeKey']);
    const inTime = await post(body, {}, '2026-03-03T09:00:00.250Z');
    expect(inTime.statusCode).toBe(202);
    expect((await post(body, {}, late)).body).toBe(inTime.body);
  });

  it('is refused for a job that is unknown or closed', async () => {
    expect((await post(submissionOf('nothing', 'a@example.com'))).statusCode).toBe(404);
    expect((await post(submissionOf('over', 'a@example.com'))).statusCode).toBe(409);
  });
});

describe('the same request again', () => {
  it('fifty times at once makes one application and fifty equal answers', async () => {
    const body = submissionOf('crowd', 'crowd@example.com');
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ body: text }) => text)).size).toBe(1);
    expect(await applicationsFor(table(), 'crowd')).toHaveLength(1);
  });

  it('is answered the same days later, while the application is open', async () => {
    const body = submissionOf('again', 'again@example.com');
    const first = await post(body);
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    expect((await post(reordered, {}, '2026-03-05T12:00:00.000Z')).body).toBe(first.body);
  });

  it('from somebody else who knows the address gets the same id, and a link that opens nothing', async () => {
    const mine = await receiptOf(post(submissionOf('again', 'mine@example.com')));
    const theirs = await receiptOf(
      post(submissionOf('again', 'mine@example.com', { answers: { weekends: false, till: false } })),
    );
    expect(theirs.applicationId).toBe(mine.applicationId);
    expect(await purposeOf(theirs.statusUrl, at)).toBe('visitor');
    expect(theirs.statusUrl).toHaveLength(mine.statusUrl.length);
    expect((await readApplication(table(), mine.applicationId)).answers).toEqual({
      weekends: true,
      till: false,
    });
  });

  it.each([
    ['an hour', '2026-03-02T10:00:00.000Z'],
    ['two days', '2026-03-04T09:00:00.000Z'],
  ])('makes a new application once the first one is closed, %s later', async (later, when) => {
    const body = submissionOf('again', `${later.replace(' ', '-')}@example.com`);
    const first = await receiptOf(post(body));
    await decline(first.applicationId);
    const second = await receiptOf(post(body, {}, when));
    expect(second.applicationId).not.toBe(first.applicationId);
    expect(await purposeOf(second.statusUrl, when)).toBe('receipt');
    expect(await readApplication(table(), second.applicationId)).toMatchObject({ stage: 'received' });
    expect((await receiptOf(post(body, {}, when))).applicationId).toBe(second.applicationId);
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'Idempotency-Key': '7b0c2f5e-6f0f-4f5e-9d5d-1c3a5e7f9b11' };

  it('gives the same answer for the same body and refuses another one', async () => {
    const body = submissionOf('keyed', 'keyed@example.com');
    const first = await post(body, headers);
    expect((await post(body, headers)).body).toBe(first.body);
    const other = await post({ ...body, candidate: { ...body.candidate, name: 'Jules' } }, headers);
    expect(other.statusCode).toBe(422);
    expect(problem.parse(JSON.parse(other.body)).type).toBe('/problems/idempotency-key-reused');
  });

  it('gives the same answer also once the application is closed', async () => {
    const body = submissionOf('keyed', 'closed@example.com');
    const named = { 'Idempotency-Key': 'closed-meanwhile' };
    const first = await post(body, named);
    await decline(receipt.parse(JSON.parse(first.body)).applicationId);
    expect((await post(body, named)).body).toBe(first.body);
  });

  it('is part of what tells its sender from somebody else who knows every word of the form', async () => {
    const body = submissionOf('keyed', 'guessed@example.com');
    const named = { 'Idempotency-Key': 'of-the-sender-alone' };
    const mine = await receiptOf(post(body, named));
    for (const others of [{}, { 'Idempotency-Key': 'of-somebody-else' }]) {
      const theirs = await receiptOf(post(body, others));
      expect(theirs.applicationId).toBe(mine.applicationId);
      expect(await purposeOf(theirs.statusUrl, at)).toBe('visitor');
    }
    const daysLater = '2026-03-05T09:00:00.000Z';
    expect((await receiptOf(post(body, named, daysLater))).statusUrl).toBe(mine.statusUrl);
  });

  it('is free again after a day', async () => {
    const body = submissionOf('keyed', 'another@example.com');
    expect((await post(body, headers, '2026-03-03T09:00:00.249Z')).statusCode).toBe(422);
    expect((await post(body, headers, '2026-03-03T09:00:01.250Z')).statusCode).toBe(202);
  });

  it('must be a key', async () => {
    const answer = post(submissionOf('keyed', 'c@example.com'), { 'Idempotency-Key': 'with space' });
    expect(await fieldsOf(answer)).toEqual(['headers.idempotency-key']);
  });
});

describe('an application that is not taken', () => {
  it('has the address mailed a link to the one that was, and the same request again has not', async () => {
    const email = 'owner@example.com';
    await post(submissionOf('one', email, { candidate: { name: 'Somebody', email } }));
    await post(submissionOf('one', email, { candidate: { name: 'Somebody', email } }));
    expect(await linkRequests(email)).toEqual([]);
    await post(submissionOf('one', email));
    expect(await linkRequests(email)).toEqual(['not-taken']);
  });

  it('has it mailed when the day had its fill, and a few times at most', async () => {
    const email = 'eager@example.com';
    for (const job of ['one', 'two', 'three']) await post(submissionOf(job, email));
    for (let times = 0; times < 5; times += 1) await post(submissionOf('four', email));
    expect(await linkRequests(email)).toEqual(['not-taken', 'not-taken', 'not-taken']);
  });
});

describe('a ticked box for offers', () => {
  const offers = { consents: { offers: true } };
  const personOf = async (email: string) => findPerson(table(), await hashAddress(links, email));

  it('typed with an address that is known makes no marketing, whoever typed it', async () => {
    const email = 'knows.nothing@example.com';
    await post(submissionOf('one', email));
    await post(submissionOf('two', email, offers));
    const person = await personOf(email);
    expect(person && mayMarket(person.consents, person.suppression)).toBe(false);
    expect(person).toMatchObject({ consents: [], offersAskedAt: at });
  });
});

describe('what gives nothing away', () => {
  it('is the fourth application of an address on a day: the same answer, and nothing is stored', async () => {
    const email = 'many@example.com';
    const first = await receiptOf(post(submissionOf('one', email)));
    await post(submissionOf('two', email));
    await post(submissionOf('three', email));
    const answer = await post(submissionOf('four', email));
    expect(answer.statusCode).toBe(202);
    const fourth = receipt.parse(JSON.parse(answer.body));
    expect(Object.keys(fourth)).toEqual(Object.keys(first));
    expect(fourth.statusUrl).toHaveLength(first.statusUrl.length);
    expect(await purposeOf(fourth.statusUrl, at)).toBe('visitor');
    expect(await applicationsFor(table(), 'four')).toHaveLength(0);
    expect(await itemsOf(table(), keys.application(fourth.applicationId).pk)).toEqual([]);
    const tomorrow = await post(submissionOf('four', email), {}, '2026-03-03T00:00:00.000Z');
    expect(await purposeOf(receipt.parse(JSON.parse(tomorrow.body)).statusUrl, at)).toBe('receipt');
  });

  it('is the fourth of one mailbox, however its address is spelled', async () => {
    const spelled = [
      'v.ictim@gmail.com',
      'victim+1@gmail.com',
      'VIC.TIM@googlemail.com',
      'victim+2@gmail.com',
    ];
    const answered = [];
    for (const email of spelled) answered.push((await receiptOf(post(submissionOf('one', email)))).statusUrl);
    expect(await Promise.all(answered.map((url) => purposeOf(url, at)))).toEqual([
      'receipt',
      'receipt',
      'receipt',
      'visitor',
    ]);
    const neighbour = await receiptOf(post(submissionOf('one', 'v.ictim@example.com')));
    expect(await purposeOf(neighbour.statusUrl, at)).toBe('receipt');
  });

  it('is the hidden field that only machines fill in', async () => {
    const answer = await receiptOf(
      post(submissionOf('bots', 'bot@example.com', { website: 'http://spam.example' })),
    );
    expect(await purposeOf(answer.statusUrl, at)).toBe('visitor');
    expect(await applicationsFor(table(), 'bots')).toHaveLength(0);
    expect(await linkRequests('bot@example.com')).toEqual([]);
    expect(await findPerson(table(), await hashAddress(links, 'bot@example.com'))).toBeUndefined();
  });
});
