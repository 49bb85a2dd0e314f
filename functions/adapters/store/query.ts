import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './table.ts';

type Item = Record<string, unknown>;

/** What a query finds, page after page until its end, or until there are `most`. */
export async function queryAll(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'Limit' | 'ExclusiveStartKey'>,
  most = Infinity,
): Promise<Item[]> {
  const found: Item[] = [];
  const paging = { client: table.client, ...(most !== Infinity && { pageSize: most }) };
  for await (const { Items = [] } of paginateQuery(paging, { TableName: table.name, ...query })) {
    found.push(...Items);
    if (found.length >= most) return found.slice(0, most);
  }
  return found;
}

/** Every item of a partition whose sort key begins so, read consistently. */
export function queryByPrefix(table: Table, pk: string, prefix: string): Promise<Item[]> {
  return queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
    ConsistentRead: true,
  });
}
