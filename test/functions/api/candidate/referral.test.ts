import { SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { candidateApi } from '../../../../domain/api/candidate.ts';
import { intakeApi } from '../../../../domain/api/intake.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { routes } from '../../../../functions/api/candidate/routes.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { intakeOver, links, mailedKey, submissionOf } from '../intake/intake.ts';
import { seedJob, seedSettings } from '../seed.ts';

const table = useTable();
const intake = intakeOver(table);
const workflows = new SFNClient({ region: 'us-east-1' });
const handler = httpHandler({
  routes,
  services: () => ({ table: table(), links, workflows, siteUrl: 'https://jobs.example' }),
});
const at = '2026-03-02T09:00:00.250Z';

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
  await seedJob(table(), 'driver');
});

async function applies(email: string, changes: object = {}, jobId = 'baker') {
  const body = submissionOf(jobId, email, changes);
  const answer = await intake({ method: 'POST', path: '/api/applications', body, at });
  expect(answer.statusCode).toBe(202);
  const { applicationId } = intakeApi.apply.reply.body.parse(JSON.parse(answer.body));
  return { applicationId, token: await mailedKey(applicationId, at) };
}

const ask = (token: string) =>
  handler(
    apiEvent({
      method: 'POST',
      path: '/api/candidate/referral',
      headers: { Authorization: `Bearer ${token}` },
      body: {},
      at,
    }),
    lambdaContext,
  );

async function codeFor(token: string): Promise<string> {
  const { referralUrl } = candidateApi.getReferralLink.reply.body.parse(JSON.parse((await ask(token)).body));
  return new URL(referralUrl).searchParams.get('ref') ?? '';
}

/** Somebody who agreed to offers and has a link. */
async function recommender(name: string, phone?: string) {
  const candidate = { name: 'Julia', email: `${name}@example.com`, ...(phone !== undefined && { phone }) };
  const { applicationId, token } = await applies(`${name}@example.com`, {
    candidate,
    consents: { offers: true },
  });
  return { applicationId, token, code: await codeFor(token) };
}

const credits = async (applicationId: string) =>
  (await listEvents(table(), applicationId)).filter(({ type }) => type === 'ReferralCredited');

describe('A link to recommend the company with', () => {
  it('is given once, and is the same each time it is asked for', async () => {
    const { token } = await applies('twice@example.com', { consents: { offers: true } });
    const codes = await Promise.all([1, 2, 3].map(() => codeFor(token)));
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
  });

  it('is for those who agreed to offers', async () => {
    const { token } = await applies('no-offers@example.com');
    expect((await ask(token)).statusCode).toBe(409);
  });
});

describe('Whoever recommended somebody', () => {
  it('is credited once, with nothing about the friend in it, and waits to be thanked', async () => {
    const { applicationId, code } = await recommender('ana');
    const before = (await queued(table(), 'thanks')).length;
    await applies('friend@example.com', { ref: code });
    await applies('friend@example.com', { ref: code }, 'driver');
    expect(await credits(applicationId)).toMatchObject([{ actor: 'system', detail: {} }]);
    expect(await queued(table(), 'thanks')).toHaveLength(before + 1);
    expect(JSON.stringify(await listEvents(table(), applicationId))).not.toContain('friend');
  });

  it('is credited once when a friend’s requests come all at once', async () => {
    const { applicationId, code } = await recommender('olga');
    await Promise.all(
      ['baker', 'driver', 'baker'].map((job) => applies('rush@example.com', { ref: code }, job)),
    );
    expect(await credits(applicationId)).toHaveLength(1);
  });

  it('is credited for each new friend, whatever way the code was typed', async () => {
    const { applicationId, code } = await recommender('ben');
    await applies('first@example.com', { ref: code.toLowerCase() });
    await applies('second@example.com', { ref: code.replaceAll('-', ' ') });
    expect(await credits(applicationId)).toHaveLength(2);
  });

  it.each([
    ['the same address', 'cleo@example.com', {}],
    ['the same mailbox', 'cleo+jobs@example.com', {}],
    ['the same telephone', 'cleo.other@example.com', { phone: '0113 496 0123' }],
  ])('is not credited for themselves: %s', async (_, email, reach) => {
    const { applicationId, code } = await recommender('cleo', '+44 113 496 0123');
    await applies(email, { ref: code, candidate: { name: 'Cleo', email, ...reach } }, 'driver');
    expect(await credits(applicationId)).toEqual([]);
  });

  it('is not credited for somebody who had applied before', async () => {
    const { applicationId, code } = await recommender('dora');
    await applies('known@example.com');
    await applies('known@example.com', { ref: code }, 'driver');
    expect(await credits(applicationId)).toEqual([]);
  });

  it('is not credited once they took their consent back', async () => {
    const { applicationId, token, code } = await recommender('emil');
    const headers = { Authorization: `Bearer ${token}` };
    const body = { consents: { offers: false } };
    await handler(
      apiEvent({
        method: 'PATCH',
        path: '/api/candidate/preferences',
        headers,
        body,
        at: '2026-03-02T10:00:00.000Z',
      }),
      lambdaContext,
    );
    await applies('late@example.com', { ref: code });
    expect(await credits(applicationId)).toEqual([]);
  });

  it.each(['', 'nonsense', 'AAAA-AAAA-AAAA-A', '0000-0000-0000-0', "=cmd|'x'"])(
    'may be nobody, and the friend applies all the same: %j',
    async (ref) => {
      await applies(`someone${ref.length}@example.com`, { ref });
    },
  );
});
