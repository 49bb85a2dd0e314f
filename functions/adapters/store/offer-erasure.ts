import { voidCode } from '../../../domain/codes/transitions.ts';
import { offer } from '../../../domain/offers/offer.ts';
import { keys } from './keys.ts';
import { changeOffer } from './offer-changes.ts';
import { findOfferOf } from './offers.ts';
import { commit } from './table.ts';
import type { Table } from './table.ts';

/** What bookkeeping needs of a code that was redeemed, without whose it was. */
const receipt = offer.omit({ applicationId: true, personHash: true, version: true }).strip();

/**
 * Erases the offer that an application brought. A code not redeemed is made void first, so that its campaign's
 * figures stay right; of a redeemed one the receipt stays, of nobody.
 */
export async function eraseOffer(table: Table, applicationId: string, at: string): Promise<void> {
  const known = await findOfferOf(table, applicationId);
  if (!known) return;
  const { code } = known;
  const given =
    known.life.state === 'redeemed'
      ? known
      : await changeOffer(table, { code, at }, (life) => voidCode(life, at));
  const Key = keys.offer(code);
  await commit(table, [
    {
      Delete: {
        TableName: table.name,
        Key,
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': given.version },
      },
    },
    ...(given.life.state === 'redeemed'
      ? [{ Put: { TableName: table.name, Item: { ...keys.receipt(code), ...receipt.parse(given) } } }]
      : []),
  ]);
}
