import type { Offer } from '../../../domain/offers/offer.ts';
import { versionedPut } from './items.ts';
import { codeKeys, keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** The write that stores an offer: a new one, or the successor of the version it was made from. */
export function offerWrite(table: Table, next: Offer): Write {
  return versionedPut(table, keys.offer(next.code), next, {
    gsi2pk: keys.person(next.personHash).pk,
    gsi2sk: `OFFER#${next.issuedAt}#${next.code}`,
    ...codeKeys(next.campaign, next.issuedAt, next.code),
  });
}

/** The write that makes an offer the one live code of its person; refused while another one is. */
export function lockWrite(table: Table, { personHash, code, life }: Offer, at: string): Write {
  return {
    Put: {
      TableName: table.name,
      Item: { ...keys.liveOffer(personHash), code, validUntil: life.expiresAt },
      ConditionExpression: 'attribute_not_exists(pk) OR validUntil <= :at OR code = :code',
      ExpressionAttributeValues: { ':at': at, ':code': code },
    },
  };
}

/** The write that lets a person have another code; refused when they have one already. */
export function unlockWrite(table: Table, { personHash, code }: Offer): Write {
  return {
    Delete: {
      TableName: table.name,
      Key: keys.liveOffer(personHash),
      ConditionExpression: 'code = :code',
      ExpressionAttributeValues: { ':code': code },
    },
  };
}

/** The write by which an application remembers the one code it brought. */
export function pointerWrite(table: Table, { applicationId, code }: Offer): Write {
  return {
    Put: {
      TableName: table.name,
      Item: { ...keys.offerOf(applicationId), code },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}
