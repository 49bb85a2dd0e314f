import { beforeAll, describe, expect, it } from 'vitest';
import { ulid } from 'ulid';
import { noteOnMail } from '../../../domain/messages/mail-report.ts';
import { applied, wantsOffers } from '../../../domain/people/person.ts';
import { recordReport } from '../../../functions/adapters/mail-reports.ts';
import { listEvents } from '../../../functions/adapters/store/events.ts';
import { findMessage, intend } from '../../../functions/adapters/store/messages.ts';
import { findPerson, personWrite } from '../../../functions/adapters/store/people.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { listTasks } from '../../../functions/adapters/store/tasks.ts';
import { useTable } from '../dynamodb.ts';
import { seedApplication } from '../api/applications.ts';
import { seedJob, seedSettings } from '../api/seed.ts';

const at = '2026-03-02T09:05:00.000Z';
const jobId = 'sales-assistant-leeds';
const table = useTable();

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), jobId);
});

/** An applicant who agreed to offers and was written to; each has an address of their own. */
async function writtenTo(to: 'candidate' | 'owner' = 'candidate') {
  const applicationId = ulid();
  const personHash = applicationId.toLowerCase();
  await seedApplication(table(), applicationId, jobId, { personHash });
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
  const key = `acknowledgement.${to}.1`;
  await intend(table(), { applicationId, key, message: 'acknowledgement', to, at });
  const report = async (eventType: string, bounceType?: string) => {
    const note = noteOnMail(eventType, bounceType);
    return note && recordReport(table(), { applicationId, key, note, at });
  };
  return {
    report,
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

describe('A full mailbox', () => {
  it('stops nothing', async () => {
    const julia = await writtenTo();
    expect(await julia.report('Bounce', 'Transient')).toBeUndefined();
    expect((await julia.person())?.suppression).toBeUndefined();
    expect(await julia.seen()).toBeUndefined();
  });
});
