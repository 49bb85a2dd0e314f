import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { problem } from '../../../../domain/api/problem.ts';
import { shopApi, shopProblem } from '../../../../domain/api/shop.ts';
import { routes } from '../../../../functions/api/shop/handler.ts';
import { findLiveCode, findOffer, issueOffer } from '../../../../functions/adapters/store/offers.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { seedApplication } from '../applications.ts';
import { statuses } from '../statuses.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';

const table = useTable();
const issuedAt = '2026-03-02T09:00:00.000Z';
const checkout = '2026-03-05T12:00:00.000Z';

const handler = httpHandler({ routes, services: () => ({ table: table() }) });

let issued = 0;
async function aCode(): Promise<{ code: string; person: string }> {
  issued += 1;
  const person = `person${issued}`;
  const { applicationId } = await seedApplication(table(), ulid(), 'baker');
  const { offer } = await issueOffer(table(), {
    applicationId,
    personHash: person,
    campaign: {
      id: 'thank-you',
      title: 'Thank you',
      value: { percent: 10 },
      interests: [],
      default: true,
      validFor: 'P30D',
      shopUrl: 'https://shop.example',
    },
    zone: 'America/New_York',
    at: issuedAt,
  });
  if (!offer) throw new Error('a first code is always given');
  return { code: offer.code, person };
}

async function ask<Body extends z.ZodType>(
  what: { path: string; reply: { body: Body } },
  body: object,
  at = checkout,
): Promise<{ status: number; answer: z.output<Body> }> {
  const { statusCode, body: text } = await post(what.path, body, at);
  return { status: statusCode, answer: what.reply.body.parse(JSON.parse(text)) };
}

async function refusalTo(path: string, body: object, at = checkout) {
  const { statusCode, body: text } = await post(path, body, at);
  const { type, errors } = problem.parse(JSON.parse(text));
  return { status: statusCode, type, fields: errors?.map(({ field }) => field) };
}

const post = (path: string, body: object, at: string) =>
  handler(apiEvent({ method: 'POST', path, body, at, apiKeyId: 'shop-1' }), lambdaContext);

describe('verifying a code', () => {
  it('says what it is worth and never whose it is', async () => {
    const { code, person } = await aCode();
    const { statusCode, body } = await post('/api/shop/verify', { code: code.toLowerCase() }, checkout);
    expect(statusCode).toBe(200);
    expect(JSON.parse(body)).toEqual({
      valid: true,
      state: 'issued',
      value: { percent: 10 },
      expiresOn: '2026-04-01',
    });
    expect(body).not.toContain(person);
  });

  it('knows at the instant of the request that the last day is over', async () => {
    const { code } = await aCode();
    const lastMoment = await ask(shopApi.verify, { code }, '2026-04-02T03:59:59.999Z');
    const after = await ask(shopApi.verify, { code }, '2026-04-02T04:00:00.000Z');
    expect([lastMoment.answer.valid, after.answer.valid]).toEqual([true, false]);
    expect(after.answer.state).toBe('expired');
  });

  it('tells a mistyped code from one that was never issued', async () => {
    const { code } = await aCode();
    const last = code.endsWith('7') ? '8' : '7';
    expect(await refusalTo('/api/shop/verify', { code: code.slice(0, -1) + last })).toMatchObject({
      status: 422,
      fields: ['body.code'],
    });
    expect(await refusalTo('/api/shop/verify', { code: '0000-0000-0000-0' })).toMatchObject({
      status: 404,
      type: shopProblem.unknown,
    });
  });
});

describe('an order', () => {
  it('holds its code, uses it up once however often it asks, and gives it back', async () => {
    const { code, person } = await aCode();
    const order = { code, orderId: 'A-1' };
    expect((await ask(shopApi.reserve, { ...order, ttl: 'PT15M' })).answer).toMatchObject({
      state: 'reserved',
      until: '2026-03-05T12:15:00.000Z',
    });

    const amount = { amount: 42.5, currency: 'USD' };
    const first = await ask(shopApi.redeem, { ...order, amount }, '2026-03-05T12:05:00.000Z');
    const again = await ask(shopApi.redeem, order, '2026-03-05T12:06:00.000Z');
    expect(again).toEqual(first);
    expect(first.answer.redeemedAt).toBe('2026-03-05T12:05:00.000Z');
    expect(await findOffer(table(), code)).toMatchObject({ amount });
    expect(await findLiveCode(table(), person, checkout)).toBeUndefined();

    expect((await ask(shopApi.rollBack, order)).answer.state).toBe('issued');
    expect((await ask(shopApi.rollBack, order)).answer.state).toBe('issued');
    expect(await findOffer(table(), code)).not.toHaveProperty('amount');
    expect(await findLiveCode(table(), person, checkout)).toBe(code);
  });

  it('cannot take the code of another order until its reservation is over', async () => {
    const { code } = await aCode();
    await ask(shopApi.reserve, { code, orderId: 'A-1', ttl: 'PT15M' });
    const other = { code, orderId: 'A-2' };
    expect(await refusalTo('/api/shop/redeem', other)).toMatchObject({
      status: 409,
      type: shopProblem.reserved,
    });
    const { status } = await ask(shopApi.redeem, other, '2026-03-05T12:15:00.000Z');
    expect(status).toBe(200);
    expect(await refusalTo('/api/shop/rollback', { code, orderId: 'A-1' })).toMatchObject({
      type: shopProblem.redeemed,
    });
  });

  it('wins alone when two ask in the same moment', async () => {
    const { code } = await aCode();
    const replies = await Promise.all(
      ['A-1', 'A-2', 'A-3'].map((orderId) => post('/api/shop/redeem', { code, orderId }, checkout)),
    );
    expect(statuses(replies)).toEqual([200, 409, 409]);
  });

  it('cannot use a code whose time is over', async () => {
    const { code } = await aCode();
    const late = await refusalTo('/api/shop/redeem', { code, orderId: 'A-1' }, '2026-05-01T00:00:00.000Z');
    expect(late).toMatchObject({ status: 409, type: shopProblem.expired });
  });

  it.each(['PT59S', 'PT24H1S', 'P1D', 'soon'])('cannot hold a code for %s', async (ttl) => {
    const { code } = await aCode();
    expect(await refusalTo('/api/shop/reserve', { code, orderId: 'A-1', ttl })).toMatchObject({
      status: 422,
      fields: ['body.ttl'],
    });
  });
});
