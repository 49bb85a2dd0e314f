import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Key } from './keys.ts';
import type { Table, Write } from './table.ts';

/** The item with this key as it stands now (a consistent read) without its keys, or undefined. */
export async function findItem<Shape extends z.core.$ZodLooseShape>(
  table: Table,
  key: Key,
  schema: z.ZodObject<Shape, z.core.$strict>,
) {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }),
  );
  return Item === undefined ? undefined : schema.strip().parse(Item);
}

/**
 * The write that stores an item with a version: version 1 is new, any other follows the one before it.
 * Refused when another writer was faster. `indexed` holds the keys of the indexes it is found in.
 */
export function versionedPut(
  table: Table,
  key: Key,
  next: { readonly version: number },
  indexed: Readonly<Record<string, string>> = {},
): Write {
  const condition =
    next.version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': next.version - 1 },
        };
  return { Put: { TableName: table.name, Item: { ...key, ...indexed, ...next }, ...condition } };
}
