import { isDeepStrictEqual } from 'node:util';
import type { CodeLife } from '../../../domain/codes/code-life.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { lockWrite, offerWrite, unlockWrite } from './offer-writes.ts';
import { findLiveCode, findOffer } from './offers.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';

/**
 * Moves a code on in its life by a rule, and with it the lock that allows a person one live code: a redeemed
 * code frees it, one that is rolled back takes it again if no other has. A rule that gives the life as it is
 * changes nothing. `amount` is kept with the redemption.
 * @throws NotFound for a code never issued; Contended; what the rule throws
 */
export function changeOffer(
  table: Table,
  { code, at, amount }: { code: string; at: string; amount?: Offer['amount'] },
  rule: (life: CodeLife) => CodeLife,
): Promise<Offer> {
  return optimistically(table, 'the code', async () => {
    const { amount: before, ...read } = (await findOffer(table, code)) ?? never();
    const life = rule(read.life);
    if (isDeepStrictEqual(life, read.life)) {
      return { writes: [], result: { ...read, ...(before && { amount: before }) } };
    }
    const next: Offer = {
      ...read,
      life,
      version: read.version + 1,
      ...(life.state === 'redeemed' && amount && { amount }),
    };
    return { writes: [offerWrite(table, next), ...(await lockWrites(table, next, at))], result: next };
  });
}

async function lockWrites(table: Table, offer: Offer, at: string): Promise<Write[]> {
  const live = await findLiveCode(table, offer.personHash, at);
  const usable = offer.life.state === 'issued' || offer.life.state === 'reserved';
  if (usable) return live === undefined && offer.life.expiresAt > at ? [lockWrite(table, offer, at)] : [];
  return live === offer.code ? [unlockWrite(table, offer)] : [];
}

function never(): never {
  throw new NotFound('the code');
}
