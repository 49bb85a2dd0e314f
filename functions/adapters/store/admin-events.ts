import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { adminEvent } from '../../../domain/publishing/admin-event.ts';
import type { AdminEvent } from '../../../domain/publishing/admin-event.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** The write that appends to the admins' audit trail; it goes with the change it tells of. */
export function adminEventWrite(table: Table, event: AdminEvent): Write {
  const key = keys.adminEvent(ulid(Date.parse(event.at)));
  return { Put: { TableName: table.name, Item: { ...key, ...adminEvent.parse(event) } } };
}

const pageSize = 50;

/** A page of the audit trail, newest first; `next` is where the following page begins. */
export async function listAdminEvents(
  table: Table,
  before: string | undefined,
): Promise<{ events: AdminEvent[]; next: string | null }> {
  const { pk, sk } = keys.adminEvent(before ?? '~');
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk < :before',
      ExpressionAttributeValues: { ':pk': pk, ':before': sk },
      ScanIndexForward: false,
      Limit: pageSize,
      ConsistentRead: true,
    }),
  );
  const last: unknown = LastEvaluatedKey?.['sk'];
  return {
    events: Items.map((item) => adminEvent.strip().parse(item)),
    next: typeof last === 'string' ? last.slice('ADMIN#'.length) : null,
  };
}
