import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../functions/adapters/store/table.ts';

/** The sort keys of a queue of the work index, first due first. */
export async function queued(table: Table, queue: string): Promise<unknown[]> {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :queue',
      ExpressionAttributeValues: { ':queue': `WORK#${queue}` },
    }),
  );
  return Items.map((item) => item['gsi1sk']);
}
