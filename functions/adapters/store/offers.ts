import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { generateCode } from '../../../domain/codes/code.ts';
import type { Campaign } from '../../../domain/offers/campaign.ts';
import { offer, validity } from '../../../domain/offers/offer.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import { notErased } from './applications.ts';
import { isSpent, issueWrites } from './campaigns.ts';
import { eventWrite } from './events.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import { lockWrite, offerWrite, pointerWrite } from './offer-writes.ts';
import { optimistically } from './optimistic.ts';
import type { Table } from './table.ts';

const pointer = z.strictObject({ code: z.string() });
const lock = z.strictObject({ code: z.string(), validUntil: z.iso.datetime() });

/** The offer with this code, or undefined when it was never issued. */
export function findOffer(table: Table, code: string): Promise<Offer | undefined> {
  return findItem(table, keys.offer(code), offer);
}

/** The offer that an application's candidate was given, or undefined when none was. */
export async function findOfferOf(table: Table, applicationId: string): Promise<Offer | undefined> {
  const found = await findItem(table, keys.offerOf(applicationId), pointer);
  return found && findOffer(table, found.code);
}

/** The code that a person can use at an instant, or undefined when they have none. */
export async function findLiveCode(
  table: Table,
  personHash: string,
  at: string,
): Promise<string | undefined> {
  const found = await findItem(table, keys.liveOffer(personHash), lock);
  return found && found.validUntil > at ? found.code : undefined;
}

export interface Issue {
  readonly applicationId: string;
  readonly personHash: string;
  readonly campaign: Campaign;
  /** The company's zone (IANA), in which the last day ends. */
  readonly zone: string;
  readonly at: string;
}

export type Issued =
  | { readonly status: 'issued'; readonly offer: Offer }
  | { readonly status: 'has-live-code' | 'budget-spent'; readonly offer?: undefined };

/**
 * Gives an application's candidate a code of a campaign: the code, the lock that makes it the person's only
 * live one, and the event, together or not at all. An application that brought a code before keeps it.
 * `has-live-code` when the person can still use another one, `budget-spent` when the campaign has no more.
 * @throws Contended
 */
export function issueOffer(table: Table, issue: Issue): Promise<Issued> {
  const { applicationId, personHash, campaign, zone, at } = issue;
  return optimistically<Issued>(table, 'the offer', async () => {
    // What stands in the way is read first: a rival that issued this very offer meanwhile left both.
    const live = await findLiveCode(table, personHash, at);
    const spent = await isSpent(table, campaign);
    const standing = await findOfferOf(table, applicationId);
    if (standing) return { writes: [], result: { status: 'issued', offer: standing } };
    if (live !== undefined) return { writes: [], result: { status: 'has-live-code' } };
    if (spent) return { writes: [], result: { status: 'budget-spent' } };

    const { expiresOn, expiresAt } = validity(at, campaign.validFor, zone);
    const given: Offer = {
      code: generateCode(randomBytes(8)),
      applicationId,
      personHash,
      campaign: campaign.id,
      value: campaign.value,
      expiresOn,
      issuedAt: at,
      version: 1,
      life: { state: 'issued', expiresAt },
    };
    return {
      result: { status: 'issued', offer: given },
      writes: [
        // An offer that comes while the application is being erased would be nobody's.
        notErased(table, applicationId),
        offerWrite(table, given),
        lockWrite(table, given, at),
        pointerWrite(table, given),
        ...issueWrites(table, given, campaign.budget),
        // The code itself is as good as money and stays out of the audit trail.
        eventWrite(table, {
          applicationId,
          at,
          type: 'OfferIssued',
          actor: 'system',
          detail: { campaign: campaign.id, expiresOn },
        }),
      ],
    };
  });
}
