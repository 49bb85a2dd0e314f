import * as z from 'zod';
import type { Campaign } from '../../../domain/offers/campaign.ts';
import type { Move } from '../../../domain/offers/move.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import { findItem } from './items.ts';
import { campaignKeys, keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** What of a campaign's item the budget is about. */
const issuedSoFar = z.strictObject({ issued: z.int() });

/** Whether a campaign has issued all the codes that its budget allows. */
export async function isSpent(table: Table, { id, budget }: Campaign): Promise<boolean> {
  if (budget === undefined) return false;
  const counted = await findItem(table, keys.campaign(id), issuedSoFar);
  return (counted?.issued ?? 0) >= budget;
}

/** How a move changes the number of codes that can still be used, or could until their time was over. */
const unusedAfter: Readonly<Record<Move, -1 | 0 | 1>> = {
  reserved: 0,
  released: 0,
  redeemed: -1,
  rolledBack: 1,
  void: -1,
};

/** The writes that count one more code of a campaign; refused when its budget is used up. */
export function issueWrites(table: Table, offer: Offer, budget: number | undefined): Write[] {
  return [count(table, offer.campaign, 'issued', budget), unused(table, offer, 1)];
}

/** The writes that count what became of a code; they go with the code's own change, so it counts once. */
export function moveWrites(table: Table, offer: Offer, move: Move): Write[] {
  const by = unusedAfter[move];
  return [count(table, offer.campaign, move), ...(by === 0 ? [] : [unused(table, offer, by)])];
}

function count(table: Table, campaign: string, what: 'issued' | Move, budget?: number): Write {
  const { gsi1pk, gsi1sk } = campaignKeys(campaign);
  return {
    Update: {
      TableName: table.name,
      Key: keys.campaign(campaign),
      UpdateExpression: 'ADD #what :one SET gsi1pk = :campaigns, gsi1sk = :campaign',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: {
        ':one': 1,
        ':campaigns': gsi1pk,
        ':campaign': gsi1sk,
        ...(budget !== undefined && { ':budget': budget }),
      },
      ...(budget !== undefined && {
        ConditionExpression: 'attribute_not_exists(#what) OR #what < :budget',
      }),
    },
  };
}

function unused(table: Table, { campaign, expiresOn }: Offer, by: -1 | 1): Write {
  return {
    Update: {
      TableName: table.name,
      Key: keys.unusedUntil(campaign, expiresOn),
      UpdateExpression: 'ADD unused :by',
      ExpressionAttributeValues: { ':by': by },
    },
  };
}
