import * as z from 'zod';
import { findItem } from './items.ts';
import type { Key } from './keys.ts';
import type { Table, Write } from './table.ts';

const dayCount = z.strictObject({ count: z.int() });

/** How often something was counted under the key of a day. */
export async function countOf(table: Table, key: Key): Promise<number> {
  return (await findItem(table, key, dayCount))?.count ?? 0;
}

/** The write that counts once more under the key of a day, refused when the day had its fill. */
export function countWrite(table: Table, key: Key, perDay: number, at: string): Write {
  return {
    Update: {
      TableName: table.name,
      Key: key,
      UpdateExpression: 'ADD #count :one SET expiresAt = :expiry',
      ConditionExpression: 'attribute_not_exists(#count) OR #count < :perDay',
      ExpressionAttributeNames: { '#count': 'count' },
      ExpressionAttributeValues: { ':one': 1, ':perDay': perDay, ':expiry': expiryOfDay(at) },
    },
  };
}

/** Epoch seconds, two days on: what is of a day is no longer read by then, so DynamoDB may delete it. */
export const expiryOfDay = (at: string): number => Math.floor(Date.parse(at) / 1000) + 2 * 86_400;
