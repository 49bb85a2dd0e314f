import { join } from 'node:path';
import {
  MessageRejected,
  SendEmailCommand,
  SESv2Client,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ulid } from 'ulid';
import type { Application } from '../../../domain/application/application.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { noteOnMail } from '../../../domain/messages/mail-report.ts';
import { applied, wantsOffers } from '../../../domain/people/person.ts';
import { MailThrottled } from '../../../domain/steps/errors.ts';
import { haveToldByCall } from '../../../functions/adapters/calling.ts';
import type { Undelivered } from '../../../functions/adapters/calling.ts';
import { deliver } from '../../../functions/adapters/delivery.ts';
import { recordReport } from '../../../functions/adapters/mail-reports.ts';
import { readApplication } from '../../../functions/adapters/store/applications.ts';
import { listEvents } from '../../../functions/adapters/store/events.ts';
import { finishTask } from '../../../functions/adapters/store/finish-task.ts';
import { findMessage, intend, recordSent } from '../../../functions/adapters/store/messages.ts';
import { findPerson, personWrite } from '../../../functions/adapters/store/people.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { listTasks } from '../../../functions/adapters/store/tasks.ts';
import { partsOf, publishTemplates } from '../../../functions/adapters/store/template-publishing.ts';
import { buildTemplates } from '../../../tools/build-templates.ts';
import { useTable } from '../dynamodb.ts';
import { seedApplication } from '../api/applications.ts';
import { seedJob, seedSettings } from '../api/seed.ts';

const at = '2026-03-02T09:05:00.000Z';
const jobId = 'sales-assistant-leeds';
const throttled = new TooManyRequestsException({ message: 'slow down', $metadata: { httpStatusCode: 429 } });
const refused = new MessageRejected({ message: 'not verified', $metadata: { httpStatusCode: 400 } });
const table = useTable();
const ses = new SESv2Client({ region: 'us-east-1' });
const mail = mockClient(ses);

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), jobId);
  const catalogue = await buildTemplates(join(import.meta.dirname, '..', '..', '..'));
  await publishTemplates(table(), partsOf(catalogue), { author: 'test', note: 'test' });
});
beforeEach(() => {
  mail.reset();
  mail.on(SendEmailCommand).resolves({ MessageId: 'ses-1' });
});

const tellOtherwise = (application: Application, untold: Undelivered) =>
  haveToldByCall(
    {
      table: table(),
      mailer: { client: ses, configurationSet: 'prod' },
      from: 'careers@shop.example',
      replyTo: 'people@shop.example',
      siteUrl: 'https://jobs.example',
    },
    application,
    untold,
  );

/** What was mailed about an application, and to whom. */
const mailed = (applicationId: string) =>
  mail.commandCalls(SendEmailCommand).flatMap(({ args: [{ input }] }) => {
    const text = input.Content?.Simple?.Body?.Text?.Data ?? '';
    const isAbout = input.EmailTags?.some(({ Value }) => Value === applicationId);
    return isAbout ? [{ to: input.Destination?.ToAddresses, text, tags: input.EmailTags }] : [];
  });

/** An applicant who agreed to offers and was written to; each has an address of their own. */
async function writtenTo(
  to: 'candidate' | 'owner' = 'candidate',
  message: MessageName = 'acknowledgement',
  outcome?: 'withdrawn',
) {
  const applicationId = ulid();
  const personHash = applicationId.toLowerCase();
  await seedApplication(table(), applicationId, jobId, { personHash, ...(outcome && { outcome }) });
  const person = applied(undefined, {
    personHash,
    email: 'julia@example.com',
    name: 'Julia Stone',
    locale: 'en',
    interests: [],
    at,
    consentTo: 'offers-2026',
  });
  await commit(table(), [personWrite(table(), person)]);
  const key = `${message}.${to}.1`;
  await intend(table(), { applicationId, key, message, to, at });
  const report = async (eventType: string, bounceType?: string, bounceSubType = 'General') => {
    const note = noteOnMail(eventType, { bounceType, bounceSubType });
    return note && recordReport({ table: table(), tellOtherwise }, { applicationId, key, note, at });
  };
  const application = await readApplication(table(), applicationId);
  return {
    application,
    report,
    holdBack: (asked: Parameters<typeof intend>[1]) =>
      deliver.holdBack(table(), asked, 'suppressed', () => tellOtherwise(application, asked)),
    person: () => findPerson(table(), personHash),
    tasks: () => listTasks(table(), applicationId),
    seen: async () => (await findMessage(table(), applicationId, key))?.seen,
    events: async () => (await listEvents(table(), applicationId)).map(({ type }) => type),
  };
}

describe('A mail that bounced for good', () => {
  it('stops mail to the address and has a person call, once however often it is told', async () => {
    const julia = await writtenTo();
    await julia.report('Bounce', 'Permanent');
    await julia.report('Bounce', 'Permanent');
    expect(await julia.person()).toMatchObject({ suppression: { reason: 'bounced' } });
    expect(await julia.tasks()).toMatchObject([{ task: 'call-bounced', status: 'open', owner: 'ana-ruiz' }]);
    expect(await julia.events()).toEqual(expect.arrayContaining(['MessageBounced', 'TaskRaised']));
  });

  it('is told to the recruiter by one mail, however often it is reported', async () => {
    const julia = await writtenTo('candidate', 'decline');
    const { applicationId } = julia.application;
    await julia.report('Bounce', 'Permanent');
    await julia.report('Bounce', 'Permanent');
    const [told, ...others] = mailed(applicationId);
    expect(others).toEqual([]);
    expect(told?.to).toEqual(['ana.ruiz@shopwithus.example']);
    expect(told?.text).toContain('who does not know of our decline yet');
    expect(told?.text).toContain(`https://jobs.example/console/applications/${applicationId}`);
    expect(JSON.stringify(told?.tags)).not.toMatch(/julia|stone/i);
  });

  it('has its task when the mail about it fails; the report that comes again sends that', async () => {
    const julia = await writtenTo();
    mail.on(SendEmailCommand).rejectsOnce(throttled).resolves({ MessageId: 'ses-1' });
    await expect(julia.report('Bounce', 'Permanent')).rejects.toThrow(MailThrottled);
    expect(await julia.tasks()).toMatchObject([{ task: 'call-bounced', status: 'open' }]);
    await julia.report('Bounce', 'Permanent');
    expect(await julia.tasks()).toHaveLength(1);
    expect(mailed(julia.application.applicationId)).toHaveLength(2);
  });

  it('is a task all the same when the recruiter’s address is refused', async () => {
    const julia = await writtenTo();
    mail.on(SendEmailCommand).rejects(refused);
    expect(await julia.report('Bounce', 'Permanent')).toBe(true);
    expect(await julia.tasks()).toMatchObject([{ task: 'call-bounced', status: 'open' }]);
  });

  it('to a colleague says nothing about the candidate', async () => {
    const julia = await writtenTo('owner');
    await julia.report('Bounce', 'Permanent');
    expect((await julia.person())?.suppression).toBeUndefined();
    expect(await julia.tasks()).toEqual([]);
  });
});

describe('A complaint', () => {
  it('also takes back the consent to offers, in the history of consents', async () => {
    const julia = await writtenTo();
    await julia.report('Complaint');
    const person = await julia.person();
    expect(person).toMatchObject({ suppression: { reason: 'complained' } });
    expect(person && wantsOffers(person)).toBe(false);
    expect(person?.consents.map(({ given, source }) => [given, source])).toEqual([
      [true, 'application-form'],
      [false, 'complaint'],
    ]);
    expect(await julia.tasks()).toMatchObject([{ task: 'call-bounced' }]);
  });
});

describe('A complaint about an offer', () => {
  it('stops offers and nothing else: the answer still comes by mail', async () => {
    const julia = await writtenTo('candidate', 'loyalty-offer');
    await julia.report('Complaint');
    const person = await julia.person();
    expect(person?.suppression).toBeUndefined();
    expect(person && wantsOffers(person)).toBe(false);
    expect(await julia.tasks()).toEqual([]);
    expect(await julia.events()).toContain('MessageComplained');
  });
});

describe('A mail that is lost although the address is good', () => {
  it.each([
    ['a full mailbox', 'Bounce', 'Transient', 'MailboxFull'],
    ['a bounce in general', 'Bounce', 'Transient', 'General'],
    ['a mail that the service refuses', 'Reject', undefined, undefined],
  ] as const)('stops nothing, and has a person call once: %s', async (_, eventType, bounceType, subType) => {
    const julia = await writtenTo('candidate', 'decline');
    await julia.report(eventType, bounceType, subType);
    await julia.report(eventType, bounceType, subType);
    expect((await julia.person())?.suppression).toBeUndefined();
    expect(await julia.seen()).toBe(bounceType ? 'bounced' : 'rejected');
    expect(await julia.tasks()).toMatchObject([
      { task: 'call-bounced', status: 'open', owner: 'ana-ruiz', tells: ['decline.candidate.1'] },
    ]);
    expect((await julia.events()).filter((type) => type === 'MessageBounced')).toHaveLength(1);
  });

  it.each(['survey', 'withdrawal-confirmed'] as const)('is no news when it is a %s', async (message) => {
    const julia = await writtenTo('candidate', message);
    await julia.report('Bounce', 'Transient', 'MailboxFull');
    expect(await julia.tasks()).toEqual([]);
  });

  it('is no news to somebody who withdrew', async () => {
    const julia = await writtenTo('candidate', 'acknowledgement', 'withdrawn');
    await julia.report('Bounce', 'Transient', 'MailboxFull');
    expect(await julia.tasks()).toEqual([]);
  });
});

describe('The automatic reply of somebody who is away', () => {
  it('looks like a bounce of a mail that was delivered, and says nothing', async () => {
    const julia = await writtenTo();
    await julia.report('Delivery');
    expect(await julia.report('Bounce', 'Transient', 'General')).toBe(false);
    expect(await julia.seen()).toBe('delivered');
    expect(await julia.tasks()).toEqual([]);
  });
});

describe('A message that is held back because the address takes none', () => {
  const later = '2026-03-03T09:05:00.000Z';

  it('is told in a call, by one task with what was not told before', async () => {
    const { report, holdBack, application, tasks } = await writtenTo();
    const { applicationId } = application;
    await report('Bounce', 'Permanent');
    const asked = { applicationId, key: 'decline.candidate.1', message: 'decline', to: 'candidate' } as const;
    for (const at of [later, '2026-03-03T09:06:00.000Z'])
      expect(await holdBack({ ...asked, at })).toEqual({
        status: 'suppressed',
      });
    expect(mailed(applicationId)).toHaveLength(2);
    const all = await tasks();
    expect(all.filter(({ status }) => status === 'open')).toMatchObject([
      { subject: 'decline.candidate.1', tells: ['decline.candidate.1', 'acknowledgement.candidate.1'] },
    ]);
    expect(all.filter(({ status }) => status === 'done')).toMatchObject([{ doneBy: 'system' }]);
  });

  it('is told in a call of its own after the one before was made', async () => {
    const { report, holdBack, application, tasks } = await writtenTo();
    const { applicationId } = application;
    await report('Bounce', 'Permanent');
    const [first] = await tasks();
    await finishTask(table(), { applicationId, taskId: first?.taskId ?? '' }, { by: 'ana-ruiz', at: later });
    const asked = { applicationId, key: 'decline.candidate.1', message: 'decline', to: 'candidate' } as const;
    await holdBack({ ...asked, at: later });
    expect((await tasks()).filter(({ status }) => status === 'open')).toMatchObject([
      { tells: ['decline.candidate.1'] },
    ]);
  });

  it('is no call when it left before the address was known to take none', async () => {
    const { holdBack, application, tasks } = await writtenTo();
    const { applicationId } = application;
    const asked = { applicationId, key: 'decline.candidate.1', message: 'decline', to: 'candidate' } as const;
    const entry = await intend(table(), { ...asked, at });
    await recordSent(table(), entry, { sesMessageId: 'one', at });
    await holdBack({ ...asked, at: later });
    expect(await tasks()).toEqual([]);
  });
});
