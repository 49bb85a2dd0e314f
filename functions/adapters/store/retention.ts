import type { Application } from '../../../domain/application/application.ts';
import { applicationWrite } from './applications.ts';
import { retentionQueue } from './keys.ts';
import { commit } from './table.ts';
import type { Table } from './table.ts';

/** Puts off when what is kept of a closed application goes. */
export function postponeErasure(table: Table, read: Application, eraseAt: string, at: string): Promise<void> {
  return commit(table, [applicationWrite(table, read, { queue: { name: retentionQueue, at: eraseAt } }, at)]);
}
