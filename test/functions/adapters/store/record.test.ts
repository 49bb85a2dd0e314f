import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import type { ApplicationEvent } from '../../../../domain/application/application.ts';
import { schedule } from '../../../../domain/interviews/changes.ts';
import { interviewWrite } from '../../../../functions/adapters/store/interviews.ts';
import { keys } from '../../../../functions/adapters/store/keys.ts';
import type { Key } from '../../../../functions/adapters/store/keys.ts';
import { countEvents } from '../../../../functions/adapters/store/record.ts';
import { commit } from '../../../../functions/adapters/store/table.ts';
import { seedApplication } from '../../api/applications.ts';
import { useTable } from '../../dynamodb.ts';

const table = useTable();
const zone = 'Europe/London';

let days = 0;
/** Noon of a day that no other test uses. */
function aDay(): { day: string; noon: string } {
  const noon = new Date(Date.UTC(2026, 2, 1 + (days += 1), 12)).toISOString();
  return { day: noon.slice(0, 10), noon };
}

async function appended(
  at: string,
  type: ApplicationEvent['type'],
  detail: ApplicationEvent['detail'] = {},
  applicationId = ulid(),
): Promise<Key> {
  const key = keys.event(applicationId, ulid());
  const Item = { ...key, applicationId, at, type, actor: 'system', detail };
  await table().client.send(new PutCommand({ TableName: table().name, Item }));
  return key;
}

const applications = (at: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => appended(at, 'ApplicationReceived', { jobId: 'till' })));

async function recordOf(day: string): Promise<unknown> {
  const { Item } = await table().client.send(
    new GetCommand({ TableName: table().name, Key: keys.record(day), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { pk, sk, ...counts } = Item;
  return counts;
}

describe('Counting events', () => {
  it('adds up a batch', async () => {
    const { day, noon } = aDay();
    const batch = [
      ...(await applications(noon, 2)),
      await appended(noon, 'PromiseKept', { kind: 'shortlist' }),
    ];
    expect(await countEvents(table(), zone, batch)).toBe(3);
    expect(await recordOf(day)).toEqual({
      applications: 2,
      'promise.acknowledgement.made': 2,
      'promise.shortlist.kept': 1,
    });
  });

  it('adds nothing when the batch comes again', async () => {
    const { day, noon } = aDay();
    const batch = await applications(noon, 3);
    await countEvents(table(), zone, batch);
    expect(await countEvents(table(), zone, batch)).toBe(0);
    expect(await recordOf(day)).toMatchObject({ applications: 3 });
  });

  it('adds the missing ones when part of a batch was counted before', async () => {
    const { day, noon } = aDay();
    const batch = await applications(noon, 5);
    await countEvents(table(), zone, batch.slice(1, 3));
    expect(await countEvents(table(), zone, batch)).toBe(3);
    expect(await recordOf(day)).toMatchObject({ applications: 5 });
  });

  it('counts each once when the same batch is delivered several times at once', async () => {
    const { day, noon } = aDay();
    const batch = await applications(noon, 20);
    const counted = await Promise.all(
      [batch, batch.toReversed(), batch.slice(5), batch.slice(0, 9)].map((some) =>
        countEvents(table(), zone, some),
      ),
    );
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await recordOf(day)).toMatchObject({ applications: 20 });
  });

  it('counts all of many different batches that meet on one day', async () => {
    const { day, noon } = aDay();
    const batches = await Promise.all([1, 2, 3, 4].map(() => applications(noon, 5)));
    await Promise.all(batches.map((batch) => countEvents(table(), zone, batch)));
    expect(await recordOf(day)).toMatchObject({ applications: 20 });
  });

  it('marks none when the days cannot be written, so that nothing is lost', async () => {
    const { day, noon } = aDay();
    const batch = await applications(noon, 2);
    await table().client.send(
      new UpdateCommand({
        TableName: table().name,
        Key: keys.record(day),
        UpdateExpression: 'SET applications = :broken',
        ExpressionAttributeValues: { ':broken': 'not a number' },
      }),
    );
    await expect(countEvents(table(), zone, batch)).rejects.toThrow();
    await table().client.send(
      new UpdateCommand({
        TableName: table().name,
        Key: keys.record(day),
        UpdateExpression: 'REMOVE applications',
      }),
    );
    expect(await countEvents(table(), zone, batch)).toBe(2);
  });

  it('takes nothing from an event that was erased before its turn', async () => {
    const { day, noon } = aDay();
    const [kept, ...rest] = await applications(noon, 1);
    const erased = keys.event(ulid(), ulid());
    expect(await countEvents(table(), zone, [erased, ...(kept ? [kept] : []), ...rest])).toBe(1);
    expect(await recordOf(day)).toMatchObject({ applications: 1 });
  });

  it('takes as many as a batch of the stream holds, each touching two days', async () => {
    const [now, before] = [aDay(), aDay()];
    const batch = await Promise.all(
      Array.from({ length: 25 }, () =>
        appended(now.noon, 'SurveyAnswered', {
          score: 9,
          outcome: 'hired',
          wasScore: 2,
          wasOutcome: 'hired',
          wasAt: before.noon,
        }),
      ),
    );
    expect(await countEvents(table(), zone, batch)).toBe(25);
    expect(await recordOf(now.day)).toEqual({ 'score.hired.9': 25 });
    expect(await recordOf(before.day)).toEqual({ 'score.hired.2': -25 });
  });

  it('knows the days of the company, not those of Greenwich', async () => {
    const late = await appended('2026-01-10T23:30:00.000Z', 'OfferIssued');
    const early = await appended('2026-01-11T04:30:00.000Z', 'OfferIssued');
    await countEvents(table(), 'Europe/Madrid', [late]);
    await countEvents(table(), 'America/New_York', [early]);
    expect(await recordOf('2026-01-11')).toEqual({ 'offers.issued': 1 });
    expect(await recordOf('2026-01-10')).toEqual({ 'offers.issued': 1 });
  });
});

describe('What answers something earlier', () => {
  it('is counted by the time since the application was sent', async () => {
    const { day, noon } = aDay();
    const applicationId = ulid();
    await seedApplication(table(), applicationId, 'till', { submittedAt: noon });
    const at = new Date(Date.parse(noon) + 12_000).toISOString();
    const sent = await appended(
      at,
      'MessageSent',
      { message: 'acknowledgement', to: 'candidate', key: 'acknowledgement.candidate.1' },
      applicationId,
    );
    await countEvents(table(), zone, [sent]);
    expect(await recordOf(day)).toEqual({ 'acknowledged.12.5': 1 });
  });

  it('is counted on the day of the interview that the feedback is about', async () => {
    const { day, noon } = aDay();
    const [applicationId, interviewId] = [ulid(), ulid()];
    const plan = { startsAt: noon, minutes: 45, zone, place: 'Leeds', interviewers: ['tom-becker'] };
    const interview = schedule(applicationId, interviewId, plan, { by: 'ana-ruiz', at: noon });
    await commit(table(), [interviewWrite(table(), interview)]);
    const sent = await appended(
      '2026-12-24T12:00:00.000Z',
      'MessageSent',
      {
        message: 'interview-feedback',
        to: 'candidate',
        key: `interview-feedback.candidate.${interviewId}`,
      },
      applicationId,
    );
    await countEvents(table(), zone, [sent]);
    expect(await recordOf(day)).toEqual({ 'interviews.answered': 1 });
  });
});
