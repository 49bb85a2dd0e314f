import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Table } from './table.ts';

/**
 * The revisions of a published thing, newest first, with the fields of the schema and no others: their contents
 * would be megabytes.
 */
export async function listRevisions<Shape extends z.core.$ZodLooseShape>(
  table: Table,
  thing: string,
  schema: z.ZodObject<Shape, z.core.$strict>,
): Promise<z.output<typeof schema>[]> {
  const fields = Object.keys(schema.shape);
  const found: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :thing AND begins_with(sk, :revisions)',
        ExpressionAttributeValues: { ':thing': thing, ':revisions': 'REV#' },
        ProjectionExpression: fields.map((_, at) => `#f${at}`).join(', '),
        ExpressionAttributeNames: Object.fromEntries(fields.map((field, at) => [`#f${at}`, field])),
        ScanIndexForward: false,
        ConsistentRead: true,
        ...(from && { ExclusiveStartKey: from }),
      }),
    );
    found.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return found.map((item) => schema.parse(item));
}
