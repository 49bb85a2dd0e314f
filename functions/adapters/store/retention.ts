import type { Application } from '../../../domain/application/application.ts';
import { applicationWrite } from './applications.ts';
import type { ApplicationChange } from './applications.ts';
import { retentionQueue } from './keys.ts';
import { commit } from './table.ts';
import type { Table } from './table.ts';

/**
 * Where an application waits once nothing else is to become of it: a closed one for its erasure. Whoever takes it out
 * of another queue puts it there, or nobody would ever erase it.
 */
export function restingPlace({
  eraseAt,
}: Pick<Application, 'eraseAt'>): NonNullable<ApplicationChange['queue']> | null {
  return eraseAt === undefined ? null : { name: retentionQueue, at: eraseAt };
}

/** Puts off when what is kept of a closed application goes. */
export function postponeErasure(table: Table, read: Application, eraseAt: string, at: string): Promise<void> {
  return commit(table, [applicationWrite(table, read, { queue: { name: retentionQueue, at: eraseAt } }, at)]);
}
