import { SFNClient } from '@aws-sdk/client-sfn';
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { intakeApi } from '../../../../domain/api/intake.ts';
import { personApi } from '../../../../domain/api/person.ts';
import { sendFreshLink } from '../../../../functions/adapters/fresh-links.ts';
import { hashAddress, issueLink } from '../../../../functions/adapters/links.ts';
import { beginErasure, findErasure } from '../../../../functions/adapters/store/erasures.ts';
import { changePerson } from '../../../../functions/adapters/store/people.ts';
import { partsOf, publishTemplates } from '../../../../functions/adapters/store/template-publishing.ts';
import { suppressed } from '../../../../domain/people/suppressed.ts';
import { routes } from '../../../../functions/api/candidate/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { buildTemplates } from '../../../../tools/build-templates.ts';
import { useTable } from '../../dynamodb.ts';
import { intakeOver, links, submissionOf } from '../intake/intake.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedJob, seedSettings } from '../seed.ts';

const table = useTable();
const intake = intakeOver(table);
const workflows = new SFNClient({ region: 'us-east-1' });
const handler = httpHandler({ routes, services: () => ({ table: table(), links, workflows }) });
const ses = new SESv2Client({ region: 'us-east-1' });
const mail = mockClient(ses);
const at = '2026-03-02T09:00:00.000Z';
const later = '2026-12-02T09:00:00.000Z';

async function applicant(email: string, jobId = 'baker', when = at, changes: object = {}) {
  const body = submissionOf(jobId, email, changes);
  const answer = await intake({ method: 'POST', path: '/api/applications', body, at: when });
  return intakeApi.apply.reply.body.parse(JSON.parse(answer.body)).applicationId;
}

const ask = (email: string, when = later) =>
  handler(
    apiEvent({ method: 'POST', path: '/api/candidate/links', body: { email }, at: when }),
    lambdaContext,
  );

/** The requests that stand in the table for an address, by their ids. */
async function requests(email: string): Promise<string[]> {
  const personHash = await hashAddress(links, email);
  const { Items = [] } = await table().client.send(
    new QueryCommand({
      TableName: table().name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :request)',
      ExpressionAttributeValues: { ':pk': `PERSON#${personHash}`, ':request': 'LINK-REQUEST#' },
    }),
  );
  return Items.map((item) => String(item['sk']).slice('LINK-REQUEST#'.length));
}

async function send(email: string) {
  const personHash = await hashAddress(links, email);
  const post = {
    mailer: { client: ses, configurationSet: 'prod' },
    from: 'careers@shop.example',
    replyTo: 'people@shop.example',
  };
  const sender = { table: table(), links, siteUrl: 'https://jobs.example', post };
  const outcomes: string[] = [];
  for (const id of await requests(email)) outcomes.push(await sendFreshLink(sender, personHash, id));
  return outcomes;
}

const mails = () => mail.commandCalls(SendEmailCommand).map(({ args: [{ input }] }) => input);

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker', { title: 'Baker' });
  await seedJob(table(), 'driver', { title: 'Driver' });
  const catalogue = await buildTemplates(join(import.meta.dirname, '..', '..', '..', '..'));
  await publishTemplates(table(), partsOf(catalogue), { author: 'test', note: 'test' });
});
beforeEach(() => {
  mail.reset();
  mail.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
});

describe('a fresh link', () => {
  it('is promised to everybody alike, and sent once to the address we know', async () => {
    await applicant('julia@example.com');
    const [known, unknown] = [await ask('Julia@Example.com'), await ask('nobody@example.com')];
    expect(known.statusCode).toBe(202);
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect(await requests('nobody@example.com')).toHaveLength(1);

    expect(await send('nobody@example.com')).toEqual(['nobody']);
    expect(await send('julia@example.com')).toEqual(['sent']);
    expect(await send('julia@example.com')).toEqual(['sent']);
    expect(mails().map(({ Destination }) => Destination?.ToAddresses)).toEqual([['julia@example.com']]);
    const text = mails()[0]?.Content?.Simple?.Body?.Text?.Data ?? '';
    const token = /https:\/\/jobs\.example\/applications#([\w-]+)/.exec(text)?.[1];
    const listed = await handler(
      apiEvent({
        method: 'GET',
        path: '/api/candidate/applications',
        headers: { Authorization: `Bearer ${token}` },
        at: later,
      }),
      lambdaContext,
    );
    const { applications } = personApi.listApplications.reply.body.parse(JSON.parse(listed.body));
    expect(applications.map(({ jobTitle }) => jobTitle)).toEqual(['Baker']);
    const page = await handler(
      apiEvent({
        method: 'GET',
        path: '/api/candidate/application',
        headers: { Authorization: `Bearer ${applications[0]?.token}` },
        at: later,
      }),
      lambdaContext,
    );
    expect(page.statusCode).toBe(200);
  });

  it('is sent a few times a day and no more, without a word about it', async () => {
    await applicant('often@example.com');
    const answers = [];
    for (let time = 0; time < 5; time += 1) answers.push(await ask('often@example.com'));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([202]));
    expect(await requests('often@example.com')).toHaveLength(3);
    expect((await ask('often@example.com', '2026-12-03T09:00:00.000Z')).statusCode).toBe(202);
    expect(await requests('often@example.com')).toHaveLength(4);
  });

  it('is for whoever reads the mail: not for somebody who applied with the address and follows that application', async () => {
    await applicant('owner@example.com');
    const theirs = await applicant('owner@example.com', 'driver', '2026-03-02T10:00:00.000Z');
    await ask('owner@example.com');
    expect(await send('owner@example.com')).toEqual(['sent']);
    const text = mails()[0]?.Content?.Simple?.Body?.Text?.Data ?? '';
    const key = /\/applications#([\w-]+)/.exec(text)?.[1] ?? 'none';
    const token = await issueLink(links, 'candidate', theirs, '2026-12-09T09:00:00.000Z');
    for (const path of ['/api/candidate/application', '/api/candidate/export']) {
      const headers = { Authorization: `Bearer ${token}` };
      const { body } = await handler(apiEvent({ method: 'GET', path, headers, at: later }), lambdaContext);
      expect(body).toContain('fresh-link');
      expect(body).not.toContain(key);
    }
    const { Items } = await table().client.send(new ScanCommand({ TableName: table().name }));
    expect(JSON.stringify(Items)).not.toContain(key);
  });

  it('goes to whoever applies again, and says that they have an application already', async () => {
    await applicant('twice@example.com', 'baker', at, { interests: [] });
    await applicant('twice@example.com');
    expect(await send('twice@example.com')).toEqual(['sent']);
    const [letter] = mails().map(({ Content }) => Content?.Simple);
    expect(letter?.Subject?.Data).toBe('We have your application already');
    expect(letter?.Body?.Text?.Data).toMatch(/We have not added it.*https:\/\/jobs\.example\/applications#/s);
  });

  it('is not sent to somebody who is erased, and answered as ever', async () => {
    const id = await applicant('erased@example.com');
    await beginErasure(table(), id, { reason: 'asked', confirms: true, at });
    expect((await ask('erased@example.com')).statusCode).toBe(202);
    expect(await send('erased@example.com')).toEqual(['nobody']);
    expect(mails()).toEqual([]);
  });

  it('is not sent to an address that refuses mail', async () => {
    await applicant('bounced@example.com');
    const personHash = await hashAddress(links, 'bounced@example.com');
    await changePerson(table(), personHash, (person) => suppressed(person, 'bounced', at));
    await ask('bounced@example.com');
    expect(await send('bounced@example.com')).toEqual(['nobody']);
    expect(mails()).toEqual([]);
  });
});

describe('everything of a person', () => {
  const eraseAll = (token: string) =>
    handler(
      apiEvent({
        method: 'POST',
        path: '/api/candidate/erasure/everything',
        headers: { Authorization: `Bearer ${token}` },
        body: {},
        at: later,
      }),
      lambdaContext,
    );

  it('is erased by a link that was sent to the address, and confirmed once', async () => {
    const ids = [await applicant('two@example.com'), await applicant('two@example.com', 'driver')];
    const personHash = await hashAddress(links, 'two@example.com');
    const token = await issueLink(links, 'person', personHash, '2026-12-09T09:00:00.000Z');
    expect((await eraseAll(token)).statusCode).toBe(202);
    expect((await eraseAll(token)).statusCode).toBe(202);
    const begun = await Promise.all(ids.map((id) => findErasure(table(), id)));
    expect(begun.map((erasure) => erasure?.reason)).toEqual(['asked', 'asked']);
    expect(begun.filter((erasure) => erasure?.confirms)).toHaveLength(1);
  });

  it('is not erased by the link of one application, which anybody may have who applied with the address', async () => {
    const id = await applicant('careful@example.com');
    const token = await issueLink(links, 'candidate', id, '2026-12-09T09:00:00.000Z');
    expect((await eraseAll(token)).statusCode).toBe(401);
    expect(await findErasure(table(), id)).toBeUndefined();
  });
});
