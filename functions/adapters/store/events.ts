import { ulid } from 'ulid';
import { applicationEvent } from '../../../domain/application/application.ts';
import type { ApplicationEvent } from '../../../domain/application/application.ts';
import { keys } from './keys.ts';
import { queryByPrefix } from './query.ts';
import type { Table, Write } from './table.ts';

/** The write that appends an event to an application's audit trail; it goes with the change it tells of. */
export function eventWrite(table: Table, event: ApplicationEvent): Write {
  const key = keys.event(event.applicationId, ulid(Date.parse(event.at)));
  return { Put: { TableName: table.name, Item: { ...key, ...applicationEvent.parse(event) } } };
}

/** The audit trail of an application, oldest first. */
export async function listEvents(table: Table, applicationId: string): Promise<ApplicationEvent[]> {
  return (await queryByPrefix(table, keys.application(applicationId).pk, 'EVENT#')).map((item) =>
    applicationEvent.strip().parse(item),
  );
}
