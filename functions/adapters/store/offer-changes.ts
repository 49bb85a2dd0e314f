import { isDeepStrictEqual } from 'node:util';
import type { CodeLife } from '../../../domain/codes/code-life.ts';
import { moveOf } from '../../../domain/offers/move.ts';
import type { Move } from '../../../domain/offers/move.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { moveWrites } from './campaigns.ts';
import { eventWrite } from './events.ts';
import { lockWrite, offerWrite, unlockWrite } from './offer-writes.ts';
import { findLiveCode, findOffer } from './offers.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';

/**
 * Moves a code on in its life by a rule, and with it the lock that allows a person one live code: a redeemed
 * code frees it, one that is rolled back takes it again if no other has. Its campaign counts the move. A rule that gives the life as it is
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
    const move = moveOf(read.life, life, at);
    return {
      result: next,
      writes: [
        offerWrite(table, next),
        ...(await lockWrites(table, next, at)),
        ...(move ? [...moveWrites(table, next, move), ...moveEvents(table, next, move, at)] : []),
      ],
    };
  });
}

/** Only what the service record counts is told, without the code: it is as good as money. */
function moveEvents(
  table: Table,
  { applicationId, campaign, issuedAt }: Offer,
  move: Move,
  at: string,
): Write[] {
  if (move !== 'redeemed' && move !== 'rolledBack') return [];
  const type = move === 'redeemed' ? 'OfferRedeemed' : 'OfferRolledBack';
  return [eventWrite(table, { applicationId, at, type, actor: 'shop', detail: { campaign, issuedAt } })];
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
