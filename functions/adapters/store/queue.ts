import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { index, workKeys } from './keys.ts';
import type { Table } from './table.ts';

const entry = z.object({
  applicationId: z.string(),
  gateId: z.optional(z.string()),
  questionId: z.optional(z.string()),
  run: z.optional(z.int()),
});

/** What has stood in a queue since before an instant, longest first; the index may lag by moments. */
export async function longestWaiting(
  table: Table,
  queue: string,
  before: string,
  limit: number,
): Promise<z.output<typeof entry>[]> {
  const { gsi1pk, gsi1sk } = workKeys(queue, before, '');
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index.work,
      KeyConditionExpression: 'gsi1pk = :queue AND gsi1sk < :before',
      ExpressionAttributeValues: { ':queue': gsi1pk, ':before': gsi1sk },
      Limit: limit,
    }),
  );
  return (Items ?? []).map((item) => entry.parse(item));
}
