import { SFNClient, SendTaskSuccessCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import { candidateApi } from '../../../../domain/api/candidate.ts';
import { intakeApi } from '../../../../domain/api/intake.ts';
import { problem } from '../../../../domain/api/problem.ts';
import { gateIdOf } from '../../../../domain/application/gate-item.ts';
import { cancel, schedule } from '../../../../domain/interviews/changes.ts';
import { pageUrl } from '../../../../domain/links/pages.ts';
import { wantsOffers } from '../../../../domain/people/person.ts';
import { hashAddress, issueLink } from '../../../../functions/adapters/links.ts';
import { findApplication } from '../../../../functions/adapters/store/applications.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { gateCreation, readGate, storeToken } from '../../../../functions/adapters/store/gates.ts';
import { findPerson } from '../../../../functions/adapters/store/people.ts';
import { advance, intend, recordSent } from '../../../../functions/adapters/store/messages.ts';
import { issueOffer } from '../../../../functions/adapters/store/offers.ts';
import { readLiveSettings } from '../../../../functions/adapters/store/revisions.ts';
import { interviewWrite } from '../../../../functions/adapters/store/interviews.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { listTasks, raiseTask } from '../../../../functions/adapters/store/tasks.ts';
import { routes } from '../../../../functions/api/candidate/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { intakeOver, links, mailedKey, submissionOf } from '../intake/intake.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedJob, seedSettings } from '../seed.ts';

const table = useTable();
const intake = intakeOver(table);
const workflows = new SFNClient({ region: 'us-east-1' });
const stepFunctions = mockClient(workflows);
const handler = httpHandler({ routes, services: () => ({ table: table(), links, workflows }) });
const call = (options: Parameters<typeof apiEvent>[0]) => handler(apiEvent(options), lambdaContext);

const at = '2026-03-02T09:00:00.250Z';
const later = '2026-03-02T10:30:00.000Z';

/** Applies, and gives the key that the answer brings and the one that a mail does. */
async function applicant(email: string, changes: object = {}) {
  const body = submissionOf('baker', email, changes);
  const answer = await intake({ method: 'POST', path: '/api/applications', body, at });
  const { applicationId, statusUrl } = intakeApi.apply.reply.body.parse(JSON.parse(answer.body));
  const receipt = new URL(statusUrl).hash.slice(1);
  return { applicationId, receipt, token: await mailedKey(applicationId, at) };
}

const as = (token: string) => ({ Authorization: `Bearer ${token}` });
const read = async (token: string, when = later) =>
  call({ method: 'GET', path: '/api/candidate/application', headers: as(token), at: when });
const viewOf = async (token: string) =>
  candidateApi.readApplication.reply.body.parse(JSON.parse((await read(token)).body));
const patch = (token: string, body: object, when = later) =>
  call({ method: 'PATCH', path: '/api/candidate/preferences', headers: as(token), body, at: when });

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker', { title: 'Baker' });
  await seedJob(table(), 'driver', { title: 'Driver' });
});

describe('my application', () => {
  it('shows where it stands, the promise and who answers for it', async () => {
    const { applicationId, token } = await applicant('julia@example.com', { consents: { offers: true } });
    expect(await viewOf(token)).toMatchObject({
      applicationId,
      reference: applicationId.slice(-6),
      company: { name: 'Shopwithus' },
      job: { jobId: 'baker', title: 'Baker', location: 'Leeds' },
      stage: 'received',
      outcome: null,
      promise: { kind: 'acknowledgement', due: '2026-03-02T09:01:00.250Z' },
      contact: { name: 'Ana Ruiz', phone: '1-800-GR8HR', email: 'ana.ruiz@shopwithus.example' },
      timeline: [{ what: 'received', at }],
      preferences: { interests: ['books'], consents: { offers: true }, locale: 'en' },
      choices: {
        interests: [
          { id: 'books', names: { en: 'Books', es: 'Libros', fr: 'Livres' } },
          { id: 'garden' },
          { id: 'home' },
          { id: 'music' },
        ],
      },
    });
  });

  it('says nothing to anyone without its link', async () => {
    const { applicationId, token } = await applicant('closed@example.com');
    const expiry = '2026-12-31T00:00:00.000Z';
    const tokens = [
      'x',
      await issueLink(links, 'visitor', applicationId, expiry),
      await issueLink(links, 'interviewer', applicationId, expiry),
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    ];
    const answers = await Promise.all(tokens.map(async (other) => read(other)));
    const without = await call({ method: 'GET', path: '/api/candidate/application', at: later });
    expect(new Set([...answers, without].map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
    expect(new Set([...answers, without].map(({ body }) => body)).size).toBe(1);
  });

  it('tells an expired link from a wrong one', async () => {
    const { receipt, token } = await applicant('old@example.com');
    for (const key of [receipt, token]) {
      expect((await read(key, '2026-08-29T09:00:00.250Z')).statusCode).toBe(200);
      const answer = await read(key, '2026-08-29T09:00:00.251Z');
      expect(answer.statusCode).toBe(401);
      expect(problem.parse(JSON.parse(answer.body)).type).toBe('/problems/link-expired');
    }
  });
});

describe('the link that answers the form', () => {
  const offers = { consents: { offers: true } };
  const refer = (token: string) =>
    call({
      method: 'POST',
      path: '/api/candidate/referral',
      headers: as(token),
      body: {},
      at: later,
    });

  it('shows the application, and nothing of the person whose address was typed', async () => {
    const { applicationId, receipt, token } = await applicant('typed@example.com', offers);
    await refer(token);
    expect(await viewOf(token)).toMatchObject({
      preferences: { interests: ['books'], consents: { offers: true } },
      referralUrl: expect.stringContaining('ref='),
    });
    expect(await viewOf(receipt)).toEqual({
      ...(await viewOf(token)),
      applicationId,
      preferences: null,
      referralUrl: null,
    });
  });

  it.each([
    [
      'preferences',
      (key: string) => patch(key, { consents: { offers: false }, locale: 'fr', interests: [] }),
    ],
    ['a link to recommend the company with', refer],
  ])('opens no %s, and says which link does', async (what, attempt) => {
    const email = `${what.split(' ')[0]}@example.com`;
    const { applicationId, receipt } = await applicant(email, offers);
    const personHash = await hashAddress(links, email);
    const before = await findPerson(table(), personHash);
    const answer = await attempt(receipt);
    expect(problem.parse(JSON.parse(answer.body))).toMatchObject({
      status: 403,
      type: '/problems/address-not-proved',
      detail: 'this needs a link that was sent to the address: it is in our mails',
    });
    expect(await findPerson(table(), personHash)).toEqual(before);
    expect(await listEvents(table(), applicationId)).toHaveLength(1);
  });

  it('shows no code and no letter of marketing: they are for the address', async () => {
    const { applicationId, receipt, token } = await applicant('thanked@example.com', offers);
    const [campaign] = (await readLiveSettings(table())).offers;
    if (!campaign) throw new Error('the settings have a campaign');
    const personHash = await hashAddress(links, 'thanked@example.com');
    await issueOffer(table(), { applicationId, personHash, campaign, zone: 'Europe/London', at });
    for (const message of ['acknowledgement', 'loyalty-offer'] as const) {
      const key = `${message}.candidate.1`;
      const intent = await intend(table(), { applicationId, key, message, to: 'candidate', at });
      const letter = { subject: message, html: '', text: message };
      const sending = await advance(table(), intent, { status: 'sending', attempts: 1, letter });
      await recordSent(table(), sending, { sesMessageId: message, at });
    }
    const letters = (view: Awaited<ReturnType<typeof viewOf>>) => view.letters.map(({ text }) => text).sort();
    const [mailed, typed] = [await viewOf(token), await viewOf(receipt)];
    expect(mailed.offer).toMatchObject({ state: 'usable' });
    expect(letters(mailed)).toEqual(['acknowledgement', 'loyalty-offer']);
    expect(typed.offer).toBeNull();
    expect(letters(typed)).toEqual(['acknowledgement']);
  });

  it('looks and opens the same whether the address was known or not', async () => {
    const email = 'seen.before@example.com';
    await applicant(email, { ...offers, interests: ['garden'], locale: 'es' });
    const body = submissionOf('driver', email);
    const again = await intake({ method: 'POST', path: '/api/applications', body, at });
    const other = { ...body, candidate: { ...body.candidate, email: 'never.seen@example.com' } };
    const first = await intake({ method: 'POST', path: '/api/applications', body: other, at });
    const [known, unknown] = await Promise.all(
      [again, first].map(async (answer) => {
        const { statusUrl } = intakeApi.apply.reply.body.parse(JSON.parse(answer.body));
        const token = new URL(statusUrl).hash.slice(1);
        const shown = { ...(await viewOf(token)), applicationId: '', reference: '' };
        return [statusUrl.length, shown, (await patch(token, { locale: 'fr' })).statusCode];
      }),
    );
    expect(known).toEqual(unknown);
  });

  it('withdraws the application that it answered', async () => {
    const { receipt } = await applicant('second-thoughts@example.com');
    const path = '/api/candidate/withdrawal';
    expect((await call({ method: 'POST', path, headers: as(receipt), at: later })).statusCode).toBe(200);
    expect(await viewOf(receipt)).toMatchObject({ stage: 'withdrawn' });
  });
});

describe('preferences', () => {
  it('change for the person and the application, and keep every consent in its history', async () => {
    const { applicationId, token } = await applicant('prefs@example.com');
    const answer = await patch(token, { consents: { offers: true }, locale: 'es', interests: ['garden'] });
    expect(JSON.parse(answer.body)).toEqual({
      interests: ['garden'],
      consents: { offers: true, askedAt: null },
      locale: 'es',
    });
    expect(await findApplication(table(), applicationId)).toMatchObject({
      locale: 'es',
      interests: ['garden'],
    });
    await patch(token, { consents: { offers: false } }, '2026-03-02T11:00:00.000Z');
    const person = await findPerson(table(), await hashAddress(links, 'prefs@example.com'));
    expect(person).toMatchObject({
      locale: 'es',
      consents: [
        { given: true, at: later, source: 'status-page' },
        { given: false, at: '2026-03-02T11:00:00.000Z', source: 'status-page' },
      ],
    });
    expect((await viewOf(token)).timeline.map(({ what }) => what)).toEqual([
      'received',
      'preferences-changed',
      'preferences-changed',
    ]);
  });

  it('ask whoever has the address about offers that a form asked for, and take their answer', async () => {
    const email = 'asked@example.com';
    const { token } = await applicant(email);
    const body = submissionOf('driver', email, { consents: { offers: true } });
    await intake({ method: 'POST', path: '/api/applications', body, at: later });
    const consents = async () => (await viewOf(token)).preferences?.consents;
    expect(await consents()).toEqual({ offers: false, askedAt: later });
    await patch(token, { locale: 'es' });
    expect(await consents()).toEqual({ offers: false, askedAt: later });
    await patch(token, { consents: { offers: true } });
    expect(await consents()).toEqual({ offers: true, askedAt: null });
  });

  it('are changed a few times a day and no more', async () => {
    const { applicationId, token } = await applicant('toggles@example.com');
    const statuses: number[] = [];
    for (let time = 0; time < 25; time += 1) {
      const when = `2026-03-02T11:00:${String(time).padStart(2, '0')}.000Z`;
      statuses.push((await patch(token, { consents: { offers: time % 2 === 0 } }, when)).statusCode);
    }
    expect(statuses).toEqual([...Array<number>(20).fill(200), ...Array<number>(5).fill(429)]);
    expect(await listEvents(table(), applicationId)).toHaveLength(21);
    const tomorrow = await patch(token, { consents: { offers: true } }, '2026-03-03T11:00:00.000Z');
    expect(tomorrow.statusCode).toBe(200);
  });

  it('are refused when nobody offers them', async () => {
    const { token } = await applicant('refused@example.com');
    const answer = await patch(token, { interests: ['books', 'yachts'] });
    expect(problem.parse(JSON.parse(answer.body)).errors).toEqual([
      { field: 'body.interests.1', message: 'is not an interest to choose from' },
    ]);
  });
});

describe('a withdrawal', () => {
  it('ends every wait and wakes the machine, once', async () => {
    const { applicationId, token } = await applicant('leaves@example.com');
    const gateId = gateIdOf('shortlist', '1');
    const due = '2026-03-04T09:00:00.250Z';
    await commit(table(), [
      gateCreation(table(), {
        applicationId,
        gateId,
        kind: 'shortlist',
        subject: '1',
        status: 'pending',
        version: 1,
        due,
        firstDue: due,
        owner: 'ana-ruiz',
        rung: -1,
        openedAt: at,
      }),
    ]);
    await storeToken(table(), applicationId, gateId, 'a task token');
    stepFunctions.on(SendTaskSuccessCommand).resolves({});

    const withdraw = () =>
      call({ method: 'POST', path: '/api/candidate/withdrawal', headers: as(token), at: later });
    expect(JSON.parse((await withdraw()).body)).toEqual({ stage: 'withdrawn' });
    expect(await readGate(table(), applicationId, gateId)).toMatchObject({
      status: 'closed',
      outcome: 'withdrawn',
    });
    const [woken] = stepFunctions.commandCalls(SendTaskSuccessCommand);
    expect(woken?.args[0].input).toMatchObject({ taskToken: 'a task token' });

    expect((await withdraw()).statusCode).toBe(200);
    const view = await viewOf(token);
    expect(view).toMatchObject({ stage: 'withdrawn', outcome: 'withdrawn', promise: null });
    expect(view.timeline.filter(({ what }) => what === 'withdrawn')).toHaveLength(1);
  });

  it('has the recruiter tell whoever would wait at an interview, not at one that is over or off', async () => {
    const { applicationId, token } = await applicant('invited@example.com');
    const plan = { minutes: 60, zone: 'Europe/London', place: 'Leeds', interviewers: ['tom-becker'] };
    const by = { by: 'ana-ruiz', at };
    const arranged = (startsAt: string) => schedule(applicationId, ulid(), { ...plan, startsAt }, by);
    const ahead = arranged('2026-03-05T10:00:00.000Z');
    const over = arranged('2026-03-02T09:30:00.000Z');
    const off = arranged('2026-03-06T10:00:00.000Z');
    for (const one of [ahead, over, off, cancel(off, by)]) {
      await commit(table(), [interviewWrite(table(), one)]);
    }
    for (const time of [later, '2026-03-02T10:31:00.000Z'])
      await call({ method: 'POST', path: '/api/candidate/withdrawal', headers: as(token), at: time });
    expect(await listTasks(table(), applicationId)).toEqual([
      expect.objectContaining({
        task: 'call-off-interview',
        subject: ahead.interviewId,
        owner: 'ana-ruiz',
        due: ahead.startsAt,
        raisedAt: later,
      }),
    ]);
  });
});

describe('a withdrawal after a job was offered', () => {
  it('takes the call about the contract off the worklist, and no other task', async () => {
    const { applicationId, token } = await applicant('hired@example.com');
    const asked = { applicationId, due: later, owner: 'ana-ruiz', at };
    await raiseTask(table(), { ...asked, task: 'contract-call', subject: 'next-step-2' });
    await raiseTask(table(), { ...asked, task: 'answer-owed', subject: 'question-1' });
    await call({ method: 'POST', path: '/api/candidate/withdrawal', headers: as(token), at: later });
    expect(await listTasks(table(), applicationId)).toMatchObject([
      { task: 'answer-owed', status: 'open' },
      { task: 'contract-call', status: 'done', doneBy: 'system', doneAt: later },
    ]);
  });
});

describe('one-click unsubscribe', () => {
  const wants = async (email: string) => {
    const person = await findPerson(table(), await hashAddress(links, email));
    return person && wantsOffers(person);
  };
  const linkOf = async (email: string) => {
    const token = await issueLink(
      links,
      'unsubscribe',
      await hashAddress(links, email),
      '2026-08-29T09:00:00.000Z',
    );
    return new URL(pageUrl.unsubscribe('https://jobs.example.com', token));
  };
  const follow = (url: URL, method: 'GET' | 'POST', body?: string, type?: string) =>
    call({
      method,
      path: url.pathname,
      query: url.searchParams.has('token') ? { token: url.searchParams.getAll('token') } : {},
      at: later,
      ...(body !== undefined && { body }),
      headers: { 'Content-Type': type ?? 'application/x-www-form-urlencoded' },
    });

  it('shows a button and changes nothing when a scanner follows the link', async () => {
    await applicant('scanned@example.com', { consents: { offers: true }, locale: 'fr' });
    const answer = await follow(await linkOf('scanned@example.com'), 'GET');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('<form method="post">');
    expect(answer.body).toContain('Ne plus recevoir d’offres');
    expect(await wants('scanned@example.com')).toBe(true);
  });

  it.each([
    ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
    [
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('acts when a mail program posts it as %s, and again without harm', async (type, body) => {
    const email = `${type.slice(0, 9)}@example.com`;
    await applicant(email, { consents: { offers: true } });
    const url = await linkOf(email);
    for (let times = 0; times < 2; times += 1) {
      const answer = await follow(url, 'POST', body, type);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('<h1>You get no more offers</h1>');
      expect(await wants(email)).toBe(false);
    }
    expect((await findPerson(table(), await hashAddress(links, email)))?.consents).toHaveLength(2);
  });

  it('needs its own link and its own words', async () => {
    const { token } = await applicant('keeps@example.com', { consents: { offers: true } });
    const foreign = new URL(pageUrl.unsubscribe('https://jobs.example.com', token));
    for (const answer of [
      await follow(foreign, 'POST', 'List-Unsubscribe=One-Click'),
      await follow(foreign, 'GET'),
      await follow(new URL('/api/unsubscribe', foreign), 'GET'),
      await follow(new URL('/api/unsubscribe', foreign), 'POST', 'List-Unsubscribe=One-Click'),
    ]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.headers?.['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.body).toContain('nothing was changed');
    }
    expect((await follow(await linkOf('keeps@example.com'), 'POST', 'a=b')).statusCode).toBe(422);
    expect(await wants('keeps@example.com')).toBe(true);
  });
});
