import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Counts } from '../../../domain/record/counters.ts';
import { keys } from './keys.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** How many items one request may ask for. */
const batch = 100;
/** How often DynamoDB is asked for what it left out: it only does when a request grows too large. */
const attempts = 8;

const day = z.object({ pk: z.string(), sk: z.string() }).catchall(z.number());

/** The counts of each of these days, in their order; of a day on which nothing happened there are none. */
export async function readDays(
  table: Table,
  days: readonly string[],
): Promise<{ day: string; counts: Counts }[]> {
  const found = new Map<string, Counts>();
  for (let start = 0; start < days.length; start += batch) {
    const asked = days.slice(start, start + batch).map((one) => keys.record(one));
    for (const item of await readItems(table, asked)) {
      const { pk, sk, ...counts } = day.parse(item);
      found.set(pk, counts);
    }
  }
  return days.map((one) => ({ day: one, counts: found.get(keys.record(one).pk) ?? {} }));
}

async function readItems(table: Table, asked: readonly Key[]): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let left: Record<string, unknown>[] = [...asked];
  for (let attempt = 1; left.length > 0; attempt += 1) {
    if (attempt > attempts) throw new Error(`${left.length} days of the record were not given`);
    const { Responses, UnprocessedKeys } = await table.client.send(
      new BatchGetCommand({ RequestItems: { [table.name]: { Keys: left } } }),
    );
    items.push(...(Responses?.[table.name] ?? []));
    left = UnprocessedKeys?.[table.name]?.Keys ?? [];
  }
  return items;
}
