import { describe, expect, it } from 'vitest';
import { redeem } from '../../../domain/codes/transitions.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { erase } from '../../../functions/adapters/erasing.ts';
import { changeOffer } from '../../../functions/adapters/store/offer-changes.ts';
import { findLiveCode, findOffer, issueOffer } from '../../../functions/adapters/store/offers.ts';
import {
  creditWrites,
  findReferralCode,
  giveReferralCode,
} from '../../../functions/adapters/store/referrals.ts';
import { commit, NotCommitted } from '../../../functions/adapters/store/table.ts';
import { queued } from '../queued.ts';
import { at, later, useErasures } from './erasures.ts';

const { table, eraser, holding, applicant, asked } = useErasures();

describe('an offer of somebody who is erased', () => {
  const campaign = {
    id: 'thank-you',
    title: 'Thank you',
    value: { percent: 10 },
    interests: [],
    default: true,
    validFor: 'P30D',
    shopUrl: 'https://shop.example',
  };
  const codeFor = async ({ applicationId, personHash }: { applicationId: string; personHash: string }) => {
    const { offer } = await issueOffer(table(), {
      applicationId,
      personHash,
      campaign,
      zone: 'Europe/London',
      at,
    });
    return offer?.code ?? 'none';
  };

  it('cannot be used any more', async () => {
    const julia = await applicant();
    const code = await codeFor(julia);
    await erase(eraser(), await asked(julia.applicationId), at);
    expect(await findOffer(table(), code)).toBeUndefined();
    expect(await findLiveCode(table(), julia.personHash, at)).toBeUndefined();
    expect(await holding(code)).toEqual([]);
  });

  it('goes too when its time was over', async () => {
    const julia = await applicant();
    const code = await codeFor(julia);
    await erase(eraser(), await asked(julia.applicationId), '2026-06-05T09:00:00.000Z');
    expect(await holding(code)).toEqual([]);
    expect(await holding(julia.personHash)).toEqual([]);
  });

  it('leaves the receipt of what was redeemed, without the person', async () => {
    const julia = await applicant();
    const code = await codeFor(julia);
    const amount = { amount: 80, currency: 'GBP' };
    await changeOffer(table(), { code, at, amount }, (life) => redeem(life, { orderId: 'ORDER-1', at }));
    await erase(eraser(), await asked(julia.applicationId), later);
    expect(await holding(code)).toMatchObject([
      { sk: 'RECEIPT', campaign: 'thank-you', amount, life: { state: 'redeemed', orderId: 'ORDER-1' } },
    ]);
    expect(await holding(julia.personHash)).toEqual([]);
  });
});

describe('a link to recommend the company with', () => {
  /** Somebody who applies by a link, as far as recommending goes. */
  const came = async (code: string, personHash: string) => {
    const candidate = { name: 'Ben Okoro', email: `${personHash}@example.com` };
    await commit(table(), await creditWrites(table(), code, { personHash, candidate }, at));
  };

  it('goes with whoever recommended, and with it what it brought', async () => {
    const julia = await applicant();
    const code = await giveReferralCode(table(), julia, at);
    await came(code, 'friend1');
    expect(await queued(table(), 'thanks')).not.toEqual([]);
    await erase(eraser(), await asked(julia.applicationId), later);
    expect(await holding(code)).toEqual([]);
    expect(await holding(julia.personHash)).toEqual([]);
    expect(await queued(table(), 'thanks')).toEqual([]);
    expect(
      await creditWrites(table(), code, { personHash: 'friend2', candidate: { name: '', email: '' } }, at),
    ).toEqual([]);
  });

  it('stays while the application that it was given for does, and can be had anew after that', async () => {
    const first = await applicant({ submittedAt: '2026-03-01T09:00:00.000Z' });
    const second = await applicant({ personHash: first.personHash, submittedAt: '2026-03-02T09:00:00.000Z' });
    const third = await applicant({ personHash: first.personHash, submittedAt: '2026-03-03T09:00:00.000Z' });
    const code = await giveReferralCode(table(), second, at);
    await erase(eraser(), await asked(first.applicationId), later);
    expect(await findReferralCode(table(), first.personHash)).toBe(code);
    await erase(eraser(), await asked(second.applicationId), later);
    const anew = await giveReferralCode(table(), third, later);
    expect(anew).not.toBe(code);
    await came(anew, 'friend3');
    expect(await holding(anew)).toHaveLength(3);
  });

  /** Lets an erasure end just before the next transaction is committed. */
  const erasedMeanwhile = (applicationId: string): void => {
    const { middlewareStack } = table().client;
    const name = 'erased-meanwhile';
    middlewareStack.add(
      (next, { commandName }) =>
        async (request) => {
          if (commandName === 'TransactWriteItemsCommand' && middlewareStack.remove(name))
            await erase(eraser(), await asked(applicationId), at);
          return next(request);
        },
      { step: 'initialize', name },
    );
  };

  it('is not given, nor brings anything, when the erasure ends meanwhile', async () => {
    const other = await applicant({ submittedAt: '2026-03-01T09:00:00.000Z' });
    const { personHash } = other;
    const julia = await applicant({ personHash, submittedAt: '2026-03-02T09:00:00.000Z' });
    erasedMeanwhile(julia.applicationId);
    await expect(giveReferralCode(table(), julia, at)).rejects.toThrow(NotFound);
    expect(await findReferralCode(table(), personHash)).toBeUndefined();

    const code = await giveReferralCode(table(), other, at);
    const friend = { personHash: 'friend4', candidate: { name: 'Ben Okoro', email: 'ben@example.com' } };
    const credit = await creditWrites(table(), code, friend, at);
    erasedMeanwhile(other.applicationId);
    await expect(commit(table(), credit)).rejects.toThrow(NotCommitted);
    expect(await holding(code)).toEqual([]);
    expect(await holding('friend4')).toEqual([]);
  });

  it('is forgotten to have brought somebody who is erased', async () => {
    const [julia, friend] = [await applicant(), await applicant()];
    await came(await giveReferralCode(table(), julia, at), friend.personHash);
    expect(await holding(friend.personHash)).toContainEqual(expect.objectContaining({ sk: 'REFERRED' }));
    await erase(eraser(), await asked(friend.applicationId), later);
    expect(await holding(friend.personHash)).toEqual([]);
  });
});
