import * as z from 'zod';
import { offer } from '../../../domain/offers/offer.ts';
import type { Offer } from '../../../domain/offers/offer.ts';
import type { Counted } from '../../../domain/offers/standing.ts';
import { findItem } from './items.ts';
import { campaignKeys, codeKeys, index, keys } from './keys.ts';
import { queryAll, queryByPrefix } from './query.ts';
import type { Table } from './table.ts';

const moves = z.strictObject({
  issued: z.int().optional(),
  reserved: z.int().optional(),
  released: z.int().optional(),
  redeemed: z.int().optional(),
  rolledBack: z.int().optional(),
  void: z.int().optional(),
});
const unused = z.object({ sk: z.string(), unused: z.int() });
const until = 'UNTIL#';

/** What a campaign has counted; nothing before its first code. */
export async function readCounts(table: Table, campaign: string): Promise<Counted> {
  const [counted, days] = await Promise.all([
    findItem(table, keys.campaign(campaign), moves),
    queryByPrefix(table, keys.campaign(campaign).pk, until),
  ]);
  return {
    moves: Object.fromEntries(
      Object.entries(counted ?? {}).flatMap(([name, count]) => (count === undefined ? [] : [[name, count]])),
    ),
    unused: days.map((item) => {
      const { sk, unused: count } = unused.parse(item);
      return { until: sk.slice(until.length), count };
    }),
  };
}

/** Ids of all campaigns that ever issued a code, in the alphabet's order. */
export async function listIssuing(table: Table): Promise<string[]> {
  const items = await queryAll(table, inIndex(campaignKeys('').gsi1pk, true));
  return items.map((item) => z.object({ gsi1sk: z.string() }).parse(item).gsi1sk);
}

/** The codes of a campaign that were issued last, newest first. */
export async function listRecentCodes(table: Table, campaign: string, limit: number): Promise<Offer[]> {
  const items = await queryAll(table, inIndex(codeKeys(campaign, '', '').gsi1pk, false), limit);
  return items.map((item) => offer.strip().parse(item));
}

/** A partition of the work index. */
function inIndex(partition: string, forward: boolean) {
  return {
    IndexName: index.work,
    KeyConditionExpression: 'gsi1pk = :partition',
    ExpressionAttributeValues: { ':partition': partition },
    ScanIndexForward: forward,
  };
}
