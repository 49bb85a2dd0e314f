import { ulid } from 'ulid';
import { beforeAll, expect, it } from 'vitest';
import { redeem, reserve, voidCode } from '../../../../domain/codes/transitions.ts';
import { changeOffer } from '../../../../functions/adapters/store/offer-changes.ts';
import { issueOffer } from '../../../../functions/adapters/store/offers.ts';
import { readLiveSettings } from '../../../../functions/adapters/store/revisions.ts';
import { offerOf } from '../../../../functions/api/candidate/offer.ts';
import { useTable } from '../../dynamodb.ts';
import { seedApplication } from '../applications.ts';
import { seedSettings } from '../seed.ts';

const table = useTable();
const at = '2026-03-02T09:00:00.000Z';
const orderId = 'A-1';

beforeAll(() => seedSettings(table()));

async function thanked() {
  const application = await seedApplication(table(), ulid(), 'baker', { personHash: ulid() });
  const settings = await readLiveSettings(table());
  const [campaign] = settings.offers;
  if (!campaign) throw new Error('the settings have a campaign');
  const { offer } = await issueOffer(table(), { ...application, campaign, zone: 'Europe/London', at });
  if (!offer) throw new Error('a first code is always given');
  const { code } = offer;
  return {
    application,
    code,
    move: (rule: Parameters<typeof changeOffer>[2]) => changeOffer(table(), { code, at }, rule),
    card: (of = application, when = at) => offerOf(table(), of, settings, when),
  };
}

it('A candidate sees their code, what it is worth, where and until when', async () => {
  const { code, card } = await thanked();
  expect(await card()).toEqual({
    code,
    value: { percent: 15 },
    expiresOn: '2026-05-31',
    shopUrl: 'https://www.shopwithus.example/shop/books',
    state: 'usable',
  });
});

it('It is still theirs while the shop holds it for their order, and then it is used', async () => {
  const { move, card } = await thanked();
  await move((life) => reserve(life, { orderId, at, until: '2026-03-02T09:15:00.000Z' }));
  expect(await card()).toMatchObject({ state: 'usable' });
  await move((life) => redeem(life, { orderId, at }));
  expect(await card()).toMatchObject({ state: 'redeemed' });
});

it('It says that its time is over', async () => {
  const { application, card } = await thanked();
  expect(await card(application, '2026-06-01T09:00:00.000Z')).toMatchObject({ state: 'expired' });
});

it('It stands on no page of another application', async () => {
  const { application, card } = await thanked();
  expect(await card({ ...application, applicationId: ulid() })).toBeNull();
});

it('Nothing is shown of a code that was made void, nor to whom none was given', async () => {
  const { application, move, card } = await thanked();
  await move((life) => voidCode(life, at));
  expect(await card()).toBeNull();
  expect(await card({ ...application, applicationId: ulid(), personHash: ulid() })).toBeNull();
});
