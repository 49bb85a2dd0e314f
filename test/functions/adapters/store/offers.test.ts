import { ulid } from 'ulid';
import { describe, expect, it } from 'vitest';
import { redeem, reserve, rollBack } from '../../../../domain/codes/transitions.ts';
import type { Campaign } from '../../../../domain/offers/campaign.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { changeOffer } from '../../../../functions/adapters/store/offer-changes.ts';
import { findLiveCode, findOfferOf, issueOffer } from '../../../../functions/adapters/store/offers.ts';
import type { Issued } from '../../../../functions/adapters/store/offers.ts';
import { seedApplication } from '../../api/applications.ts';
import { useTable } from '../../dynamodb.ts';

const table = useTable();
const at = '2026-03-02T09:00:00.000Z';
const campaign: Campaign = {
  id: 'thank-you',
  title: 'Thank you',
  value: { percent: 10 },
  interests: [],
  default: true,
  validFor: 'P30D',
  shopUrl: 'https://shop.example',
};
let people = 0;
const someone = () => `person${(people += 1)}`;
/** What is issued to a person for an application of its own. */
const newFor = async (personHash: string) => {
  const { applicationId } = await seedApplication(table(), ulid(), 'baker', { personHash });
  return { applicationId, personHash, campaign, zone: 'America/New_York', at };
};
const codeOf = (issued: Issued): string => issued.offer?.code ?? 'none';

describe('issuing an offer', () => {
  it('gives nothing for an application that was erased meanwhile', async () => {
    const issue = { ...(await newFor(someone())), applicationId: ulid() };
    await expect(issueOffer(table(), issue)).rejects.toThrow('changed at the same moment');
    expect(await findLiveCode(table(), issue.personHash, at)).toBeUndefined();
  });

  it('gives a code until the end of its last day in the company’s zone', async () => {
    const issue = await newFor(someone());
    expect(await issueOffer(table(), issue)).toMatchObject({
      status: 'issued',
      offer: {
        value: { percent: 10 },
        expiresOn: '2026-04-01',
        life: { state: 'issued', expiresAt: '2026-04-02T04:00:00.000Z' },
      },
    });
    const [event] = await listEvents(table(), issue.applicationId);
    expect(event).toMatchObject({ type: 'OfferIssued', detail: { campaign: 'thank-you' } });
  });

  it('gives an application the same code however often and at once it is asked', async () => {
    const issue = await newFor(someone());
    const codes = await Promise.all([1, 2, 3].map(async () => codeOf(await issueOffer(table(), issue))));
    expect(new Set(codes).size).toBe(1);
    expect((await findOfferOf(table(), issue.applicationId))?.code).toBe(codes[0]);
    expect(await listEvents(table(), issue.applicationId)).toHaveLength(1);
  });

  it('gives a person one live code across applications, in a race too', async () => {
    const person = someone();
    const statuses = await Promise.all(
      [1, 2, 3].map(async () => (await issueOffer(table(), await newFor(person))).status),
    );
    expect(statuses.toSorted()).toEqual(['has-live-code', 'has-live-code', 'issued']);
  });

  it('gives another one once the first has expired or was redeemed', async () => {
    const person = someone();
    const first = await issueOffer(table(), await newFor(person));
    const later = '2026-04-02T04:00:00.000Z';
    const second = await issueOffer(table(), { ...(await newFor(person)), at: later });
    await changeOffer(table(), { code: codeOf(second), at: later }, (life) =>
      redeem(life, { orderId: 'A-1', at: later }),
    );
    const third = await issueOffer(table(), { ...(await newFor(person)), at: later });
    expect(new Set([first, second, third].map(codeOf)).size).toBe(3);
  });

  it('stops when the budget of the campaign is used up', async () => {
    const small = { ...campaign, id: 'small', budget: 1 };
    const issues = [await newFor(someone()), await newFor(someone())];
    const given = await Promise.all(
      issues.map((issue) => issueOffer(table(), { ...issue, campaign: small })),
    );
    expect(given.map(({ status }) => status).toSorted()).toEqual(['budget-spent', 'issued']);
  });
});

describe('the lock of a person', () => {
  it('comes back with a roll-back unless another code has taken it', async () => {
    const person = someone();
    const code = codeOf(await issueOffer(table(), await newFor(person)));
    const used = { orderId: 'A-1', at };
    await changeOffer(table(), { code, at }, (life) => redeem(life, used));
    expect(await findLiveCode(table(), person, at)).toBeUndefined();
    await changeOffer(table(), { code, at }, (life) => rollBack(life, used));
    expect(await findLiveCode(table(), person, at)).toBe(code);

    await changeOffer(table(), { code, at }, (life) => redeem(life, used));
    const other = codeOf(await issueOffer(table(), await newFor(person)));
    await changeOffer(table(), { code, at }, (life) => rollBack(life, used));
    expect(await findLiveCode(table(), person, at)).toBe(other);
  });

  it('lets one of two orders reserve a code at the same moment', async () => {
    const code = codeOf(await issueOffer(table(), await newFor(someone())));
    const tries = await Promise.allSettled(
      ['A-1', 'A-2'].map((orderId) =>
        changeOffer(table(), { code, at }, (life) =>
          reserve(life, { orderId, at, until: '2026-03-02T09:15:00.000Z' }),
        ),
      ),
    );
    const lost = tries.filter((it) => it.status === 'rejected');
    expect(lost.map(({ reason }) => (reason instanceof Error ? reason.name : reason))).toEqual([
      'CodeReserved',
    ]);
  });
});
