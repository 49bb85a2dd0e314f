import { ulid } from 'ulid';
import { beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { figuresApi } from '../../../../domain/api/figures.ts';
import { redeem, reserve, rollBack, voidCode } from '../../../../domain/codes/transitions.ts';
import type { Campaign } from '../../../../domain/offers/campaign.ts';
import { changeOffer } from '../../../../functions/adapters/store/offer-changes.ts';
import { issueOffer } from '../../../../functions/adapters/store/offers.ts';
import { routes } from '../../../../functions/api/figures/handler.ts';
import { httpHandler } from '../../../../functions/runtime/http.ts';
import { useTable } from '../../dynamodb.ts';
import { apiEvent, lambdaContext } from '../../runtime/api-event.ts';
import { seedApplication } from '../applications.ts';
import { seedSettings } from '../seed.ts';

const table = useTable();
const handler = httpHandler({ routes, services: () => ({ table: table() }) });
const at = '2026-03-02T09:00:00.000Z';
const orderId = 'A-1';

beforeAll(() => seedSettings(table()));

const books: Campaign = {
  id: 'books-15',
  title: '15% off books',
  value: { percent: 15 },
  interests: ['books'],
  validFor: 'P30D',
  shopUrl: 'https://shop.example',
};

async function ask(campaign: Campaign) {
  const { applicationId } = await seedApplication(table(), ulid(), 'baker');
  const issue = { applicationId, personHash: ulid(), campaign, zone: 'Europe/London', at };
  return issueOffer(table(), issue);
}

async function issue(campaign: Campaign): Promise<string> {
  const { offer } = await ask(campaign);
  if (!offer) throw new Error('a code is given');
  return offer.code;
}

async function read<Body extends z.ZodType>(
  what: { path: string; reply: { body: Body } },
  params: Record<string, string> = {},
  when = at,
): Promise<z.output<Body>> {
  const path = what.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const claims = { 'cognito:username': 'ana-ruiz', 'cognito:groups': 'recruiter' };
  const { statusCode, body } = await handler(
    apiEvent({ method: 'GET', path, at: when, claims }),
    lambdaContext,
  );
  expect(statusCode).toBe(200);
  return what.reply.body.parse(JSON.parse(body));
}

async function countsOf(id: string, when = at) {
  const { campaigns } = await read(figuresApi.listOffers, {}, when);
  return campaigns.find((campaign) => campaign.id === id)?.counts;
}

describe('Campaigns', () => {
  it('count every code once, whatever is done to it and however often', async () => {
    const [unused, used, returned, ended] = [
      await issue(books),
      await issue(books),
      await issue(books),
      await issue(books),
    ];
    const until = '2026-03-02T09:15:00.000Z';
    const move = (code: string, rule: Parameters<typeof changeOffer>[2]) =>
      changeOffer(table(), { code, at }, rule);
    await move(used, (life) => reserve(life, { orderId, at, until }));
    await Promise.all([1, 2, 3].map(() => move(used, (life) => redeem(life, { orderId, at }))));
    await move(returned, (life) => redeem(life, { orderId, at }));
    await Promise.all([1, 2].map(() => move(returned, (life) => rollBack(life, { orderId, at }))));
    await move(ended, (life) => voidCode(life, at));
    await move(ended, (life) => voidCode(life, at));

    expect(await countsOf('books-15')).toEqual({
      issued: 4,
      usable: 2,
      expired: 0,
      redeemed: 1,
      void: 1,
      reserved: 1,
      rolledBack: 1,
    });
    expect(await countsOf('books-15', '2026-04-02T00:00:00.000Z')).toMatchObject({ usable: 0, expired: 2 });
    expect(unused).not.toBe(returned);
  });

  it('never spend more than their budget, however many ask for the last one at once', async () => {
    const small = { ...books, id: 'small', budget: 3 };
    const given = await Promise.all(
      Array.from({ length: 10 }, () =>
        ask(small).then(
          ({ status }) => status,
          (error: Error) => error.name,
        ),
      ),
    );
    expect(given.filter((status) => status === 'issued')).toHaveLength(3);
    expect(await countsOf('small')).toMatchObject({ issued: 3, usable: 3 });
  });

  it('are shown with their terms, also before the first code and after they were withdrawn', async () => {
    await issue({ ...books, id: 'summer' });
    const { campaigns } = await read(figuresApi.listOffers);
    const shown = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
    expect(shown.get('garden-15')).toMatchObject({
      title: '15% off home and garden',
      value: { percent: 15 },
      interests: [{ id: 'garden', names: { es: 'Jardín' } }, { id: 'home' }],
      status: 'running',
      counts: { issued: 0 },
    });
    expect(shown.get('preferred-customer')).toMatchObject({ isDefault: true, interests: [] });
    expect(shown.get('summer')).toMatchObject({ title: null, status: 'withdrawn', counts: { issued: 1 } });
  });
});

describe('The codes of a campaign', () => {
  it('come newest first and masked, with what became of each and nothing about whose they are', async () => {
    const code = await issue({ ...books, id: 'masked' });
    await changeOffer(table(), { code, at, amount: { amount: 40, currency: 'GBP' } }, (life) =>
      redeem(life, { orderId, at }),
    );
    const { codes } = await read(figuresApi.listCodes, { campaign: 'masked' });
    expect(codes).toEqual([
      {
        code: `••••-••••-${code.slice(-6)}`,
        state: 'redeemed',
        value: { percent: 15 },
        issuedAt: at,
        expiresOn: '2026-04-01',
        redeemedAt: at,
        amount: { amount: 40, currency: 'GBP' },
      },
    ]);
  });

  it('read as expired once their time is over', async () => {
    await issue({ ...books, id: 'brief' });
    const { codes } = await read(figuresApi.listCodes, { campaign: 'brief' }, '2026-04-02T00:00:00.000Z');
    expect(codes.map(({ state }) => state)).toEqual(['expired']);
  });
});
