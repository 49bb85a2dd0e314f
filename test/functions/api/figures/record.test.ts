import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { figuresApi } from '../../../../domain/api/figures.ts';
import { problem } from '../../../../domain/api/problem.ts';
import { keys } from '../../../../functions/adapters/store/keys.ts';
import { routes } from '../../../../functions/api/figures/handler.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedSettings } from '../seed.ts';

const table = useTable();
const handler = httpHandler({ routes, services: () => ({ table: table() }) });
/** A Wednesday, a quarter to one in the night in London. */
const at = '2026-06-09T23:45:00.000Z';

const days: Record<string, Record<string, number>> = {
  '2026-03-12': { applications: 100 },
  '2026-05-31': { applications: 4, 'promise.shortlist.kept': 3 },
  '2026-06-01': { applications: 2, 'acknowledged.4': 5, 'acknowledged.10': 1, 'promise.shortlist.kept': 9 },
  '2026-06-09': {
    'promise.shortlist.broken': 1,
    'promise.feedback.broken': 7,
    'interviews.held': 4,
    'interviews.answered': 4,
    'score.hired.10': 1,
    'score.declined.8': 3,
    'score.declined.3': 1,
    'offers.issued': 6,
    'offers.redeemed': 2,
    'questions.answered': 2,
    referrals: 1,
  },
  '2026-06-10': { applications: 1 },
};

beforeAll(async () => {
  await seedSettings(table());
  for (const [day, counts] of Object.entries(days))
    await table().client.send(
      new PutCommand({ TableName: table().name, Item: { ...keys.record(day), ...counts } }),
    );
});

const get = (path: string, query: Record<string, string> = {}, signedIn = true) =>
  handler(
    apiEvent({
      method: 'GET',
      path,
      at,
      query: Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]])),
      ...(signedIn && { claims: { 'cognito:username': 'ana-ruiz', 'cognito:groups': 'recruiter' } }),
    }),
    lambdaContext,
  );

async function read<Body extends z.ZodType>(
  what: { path: string; reply: { body: Body } },
  query: Record<string, string> = {},
): Promise<z.output<Body>> {
  const { statusCode, body } = await get(what.path, query);
  expect(statusCode).toBe(200);
  return what.reply.body.parse(JSON.parse(body));
}

async function refused(query: Record<string, string>) {
  const { statusCode, body } = await get('/api/staff/record', query);
  return { statusCode, fields: problem.parse(JSON.parse(body)).errors?.map(({ field }) => field) };
}

describe('The service record', () => {
  it('adds up the days that are asked for, as a whole and by week', async () => {
    const record = await read(figuresApi.readRecord, { from: '2026-05-31', to: '2026-06-09' });
    expect(record).toMatchObject({
      zone: 'Europe/London',
      total: {
        applications: 6,
        acknowledged: { n: 6, p50: 4, p95: 10 },
        feedback: { held: 4, delivered: 4 },
        offers: { issued: 6, redeemed: 2 },
        questionsAnswered: 2,
        referrals: 1,
      },
    });
    expect(record.weeks.map(({ from, to, applications }) => [from, to, applications])).toEqual([
      ['2026-05-31', '2026-05-31', 4],
      ['2026-06-01', '2026-06-07', 2],
      ['2026-06-08', '2026-06-09', 0],
    ]);
    const shortlist = record.total.promises.find(({ kind }) => kind === 'shortlist');
    expect(shortlist).toEqual({ kind: 'shortlist', made: 0, kept: 12, broken: 1 });
    const declined = record.total.scores.find(({ outcome }) => outcome === 'declined');
    expect(declined).toMatchObject({ n: 4, sum: 27 });
    expect(declined?.distribution[8]).toBe(3);
  });

  it('tells no percentile of fewer than five', async () => {
    const { weeks } = await read(figuresApi.readRecord, { from: '2026-06-08', to: '2026-06-09' });
    expect(weeks[0]?.acknowledged).toEqual({ n: 0, p50: null, p95: null });
  });

  it('is of the last twelve weeks, up to today in the company’s zone, unless told otherwise', async () => {
    const { from, to, weeks } = await read(figuresApi.readRecord);
    expect([from, to, weeks.length]).toEqual(['2026-03-23', '2026-06-10', 12]);
  });

  it('can be read for longer than one request to the table may ask for', async () => {
    const { total } = await read(figuresApi.readRecord, { from: '2025-06-01', to: '2026-06-10' });
    expect(total.applications).toBe(107);
  });

  it.each([
    [{ from: '2026-06-09', to: '2026-06-01' }, 'query.to'],
    [{ from: '2026-06-09' }, 'query.to'],
    [{ from: '2024-01-01', to: '2026-06-01' }, 'query.from'],
    [{ from: '2026-02-30', to: '2026-06-01' }, 'query.from'],
  ])('refuses %o', async (query, field) => {
    expect(await refused(query as Record<string, string>)).toEqual({ statusCode: 422, fields: [field] });
  });

  it('is for staff', async () => {
    expect((await get('/api/staff/record', {}, false)).statusCode).toBe(401);
    expect((await get('/api/staff/record.csv', {}, false)).statusCode).toBe(401);
  });

  it('comes as a table too, a line for each day', async () => {
    const { body, headers } = await get('/api/staff/record.csv', { from: '2026-05-31', to: '2026-06-02' });
    expect(headers?.['content-type']).toBe('text/csv; charset=utf-8');
    const [heading = '', ...lines] = body.split('\r\n');
    const kept = heading.split(',').indexOf('shortlist promises kept');
    expect(lines.map((line) => [line.split(',')[0], line.split(',')[1], line.split(',')[kept]])).toEqual([
      ['2026-05-31', '4', '3'],
      ['2026-06-01', '2', '9'],
      ['2026-06-02', '0', '0'],
      ['', undefined, undefined],
    ]);
  });
});

describe('What everybody may see', () => {
  it('is aggregated, of 90 days, and leaves out what fewer than five stand behind', async () => {
    const { statusCode, headers, body } = await get('/api/record', {}, false);
    expect(statusCode).toBe(200);
    expect(headers?.['cache-control']).toBe('public, max-age=3600');
    expect(JSON.parse(body)).toEqual({
      from: '2026-03-13',
      to: '2026-06-10',
      acknowledged: { n: 6, p50: 4, p95: 10 },
      promisesKept: { part: 12, n: 13, percent: 92 },
      feedbackGiven: null,
      score: { n: 5, mean: 7.4 },
    });
  });

  it('cannot be asked for a shorter time, in which single people would show', async () => {
    expect((await get('/api/record', { from: '2026-06-09', to: '2026-06-09' }, false)).statusCode).toBe(422);
  });
});
