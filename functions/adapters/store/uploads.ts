import * as z from 'zod';
import type { Application } from '../../../domain/application/application.ts';
import { applicationId } from '../../../domain/ids.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

const handedIn = z.strictObject({ applicationId });

/** The writes that note whose résumé an upload is; they go with the application. */
export function handedInWrites(table: Table, application: Application): Write[] {
  const { applicationId: id, resumeKey } = application;
  if (resumeKey === undefined) return [];
  return [{ Put: { TableName: table.name, Item: { ...keys.handedIn(resumeKey), applicationId: id } } }];
}

/** Whether an upload is the résumé of an application. */
export async function isHandedIn(table: Table, resumeKey: string): Promise<boolean> {
  return (await findItem(table, keys.handedIn(resumeKey), handedIn)) !== undefined;
}
