import type * as z from 'zod';
import { queryAll } from './query.ts';
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
  const found = await queryAll(table, {
    KeyConditionExpression: 'pk = :thing AND begins_with(sk, :revisions)',
    ExpressionAttributeValues: { ':thing': thing, ':revisions': 'REV#' },
    ProjectionExpression: fields.map((_, at) => `#f${at}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(fields.map((field, at) => [`#f${at}`, field])),
    ScanIndexForward: false,
    ConsistentRead: true,
  });
  return found.map((item) => schema.parse(item));
}
