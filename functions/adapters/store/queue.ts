import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { index, workKeys } from './keys.ts';
import { queryAll } from './query.ts';
import type { Table } from './table.ts';

const waitingBefore = (queue: string, before: string) => {
  const { gsi1pk, gsi1sk } = workKeys(queue, before, '');
  return {
    IndexName: index.work,
    KeyConditionExpression: 'gsi1pk = :queue AND gsi1sk < :before',
    ExpressionAttributeValues: { ':queue': gsi1pk, ':before': gsi1sk },
  };
};

/** Up to `most` entries whose turn in a queue came before an instant, longest waiting first; the index may lag by moments. */
export async function longestWaiting<Entry extends z.ZodType>(
  table: Table,
  queue: string,
  { before, most, entry }: { readonly before: string; readonly most: number; readonly entry: Entry },
): Promise<z.output<Entry>[]> {
  const items = await queryAll(table, waitingBefore(queue, before), most);
  return items.map((item) => entry.parse(item));
}

/** How many are looked at together. */
const pageSize = 20;

/** Where something stands in a queue. */
const place = z.object({ pk: z.string(), sk: z.string(), gsi1pk: z.string(), gsi1sk: z.string() });
export type Place = z.output<typeof place>;

/** What stands at a place, not read yet: an item that cannot be read holds up nobody behind it. */
export interface Waiting {
  readonly place: Place;
  readonly item: unknown;
}

/** All items whose turn in a queue came before an instant, longest waiting first, some at a time. */
export async function* allWaiting(table: Table, queue: string, before: string): AsyncGenerator<Waiting[]> {
  const query = { TableName: table.name, ...waitingBefore(queue, before) };
  for await (const { Items = [] } of paginateQuery({ client: table.client, pageSize }, query))
    yield Items.map((item) => ({ place: place.parse(item), item }));
}

/** Takes an entry out of its queue, unless it waits for something else by now. */
export function leaveQueue(table: Table, from: Place): Promise<void> {
  return change(table, from, 'REMOVE gsi1pk, gsi1sk');
}

/** Has an entry wait behind everything whose turn came before an instant, unless it waits for something else by now. */
export function moveBack(table: Table, from: Place, at: string): Promise<void> {
  const [, ...id] = from.gsi1sk.split('#');
  return change(table, from, 'SET gsi1sk = :behind', { ':behind': `${at}#${id.join('#')}` });
}

async function change(
  table: Table,
  { pk, sk, gsi1pk, gsi1sk }: Place,
  UpdateExpression: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk, sk },
        UpdateExpression,
        ConditionExpression: 'gsi1pk = :queue AND gsi1sk = :place',
        ExpressionAttributeValues: { ':queue': gsi1pk, ':place': gsi1sk, ...values },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
