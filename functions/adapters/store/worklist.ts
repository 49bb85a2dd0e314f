import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { gate } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { InvalidInput } from '../../../domain/steps/errors.ts';
import { task } from '../../../domain/tasks/task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { index, workKeys } from './keys.ts';
import type { Table } from './table.ts';
import { taskQueue } from './tasks.ts';

/** Where a list was left off. It opens nothing that the queue would not show anyway, so it is not signed. */
const position = z.strictObject({
  pk: z.string().regex(/^APP#/),
  sk: z.string().regex(/^(GATE|TASK)#/),
  gsi1sk: z.string().min(1),
});

export type Waiting =
  | { readonly gate: Gate; readonly task?: undefined; readonly cursor: string }
  | { readonly task: Task; readonly gate?: undefined; readonly cursor: string };

/**
 * Up to `limit` things that wait in a queue, what is due first coming first; each with the cursor that
 * continues after it. The index lags behind a change by moments, so something just settled may still show.
 * @throws InvalidInput for a cursor that this queue never gave out
 */
export async function listWaiting(
  table: Table,
  queue: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ waiting: Waiting[]; more: boolean }> {
  const { gsi1pk } = workKeys(queue, '', '');
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index.work,
      KeyConditionExpression: 'gsi1pk = :queue',
      ExpressionAttributeValues: { ':queue': gsi1pk },
      Limit: limit,
      ...(cursor !== undefined && { ExclusiveStartKey: { ...decode(cursor), gsi1pk } }),
    }),
  );
  const waiting = (page.Items ?? []).map((item): Waiting => {
    const at = { cursor: encode(position.strip().parse(item)) };
    return queue === taskQueue
      ? { ...at, task: task.strip().parse(item) }
      : { ...at, gate: gate.strip().parse(item) };
  });
  return { waiting, more: page.LastEvaluatedKey !== undefined };
}

function encode(at: z.output<typeof position>): string {
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

function decode(cursor: string): z.output<typeof position> {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new InvalidInput('the cursor is not one that this list gave out');
    }
    throw error;
  }
}
