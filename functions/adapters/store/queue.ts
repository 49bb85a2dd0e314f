import type * as z from 'zod';
import { index, workKeys } from './keys.ts';
import { queryAll } from './query.ts';
import type { Table } from './table.ts';

/** Up to `most` entries whose turn in a queue came before an instant, longest waiting first; the index may lag by moments. */
export async function longestWaiting<Entry extends z.ZodType>(
  table: Table,
  queue: string,
  { before, most, entry }: { readonly before: string; readonly most: number; readonly entry: Entry },
): Promise<z.output<Entry>[]> {
  const { gsi1pk, gsi1sk } = workKeys(queue, before, '');
  const items = await queryAll(
    table,
    {
      IndexName: index.work,
      KeyConditionExpression: 'gsi1pk = :queue AND gsi1sk < :before',
      ExpressionAttributeValues: { ':queue': gsi1pk, ':before': gsi1sk },
    },
    most,
  );
  return items.map((item) => entry.parse(item));
}
