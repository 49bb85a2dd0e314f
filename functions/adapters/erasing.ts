import type { Application } from '../../domain/application/application.ts';
import type { Erasure } from '../../domain/erasure/erasure.ts';
import { MailRefused } from '../../domain/steps/errors.ts';
import { confirmErasure } from './erasure-mail.ts';
import type { Post } from './erasure-mail.ts';
import type { Files } from './files.ts';
import { deleteFile, leaveMark } from './marks.ts';
import { findErasing } from './store/applications.ts';
import { deleteAll, endErasure, listKeys } from './store/erasures.ts';
import { keys } from './store/keys.ts';
import type { Key } from './store/keys.ts';
import { eraseOffer } from './store/offer-erasure.ts';
import { erasePersonWithoutApplications, unlockJob } from './store/person-erasure.ts';
import { eraseReferral } from './store/referral-erasure.ts';
import type { Table } from './store/table.ts';
import { stopExecutions } from './stopping.ts';
import type { Machines } from './stopping.ts';

export interface Eraser {
  readonly table: Table;
  readonly files: Files;
  readonly machines: Machines;
  readonly post: Post;
}

const isKept = ({ sk }: Key): boolean => sk === 'APP' || sk.startsWith('MESSAGE#erasure-confirmed.');

/**
 * Erases an application, from wherever an earlier run broke off: each part may be done twice and comes out the same,
 * and the last write takes the erasure itself away. The address is needed until the word that it was done has left,
 * so that word goes out early, and the application and its ledger entry go last.
 * @throws what the services throw; the erasure then stays in its queue
 */
export async function erase(eraser: Eraser, erasure: Erasure, at: string): Promise<void> {
  const { table, files, machines, post } = eraser;
  const { applicationId, personHash } = erasure;
  const { pk } = keys.application(applicationId);
  const application = await findErasing(table, applicationId);
  await stopExecutions(machines, await listKeys(table, pk), applicationId);
  if (application && erasure.confirms) await confirm(post, table, application, at);
  if (application?.resumeKey !== undefined) await deleteResume(eraser, application.resumeKey);
  // Before anything is deleted: whatever happens from here on, a backup cannot bring it back.
  if (erasure.reason === 'asked') await leaveMark(files, erasure);
  await eraseOffer(table, applicationId, at);
  await eraseReferral(table, erasure);
  await unlockJob(table, erasure);
  await erasePersonWithoutApplications(table, personHash);
  const kept = await deleteBut(isKept, table, pk);
  await endErasure(table, erasure, kept, at);
}

/** The note that an upload was handed in goes last: without it the file is nobody's, and goes all the same. */
async function deleteResume({ table, files }: Eraser, resumeKey: string): Promise<void> {
  await deleteFile(files, resumeKey);
  await deleteAll(table, [keys.handedIn(resumeKey)]);
}

/**
 * Deletes what lies in a partition, but for some; gives their keys. It looks again until nothing else is left: whoever
 * was at work when the erasure began may have written until the item they relied on was gone.
 */
async function deleteBut(isKept: (key: Key) => boolean, table: Table, pk: string): Promise<Key[]> {
  for (;;) {
    const found = await listKeys(table, pk);
    const gone = found.filter((key) => !isKept(key));
    if (gone.length === 0) return found;
    await deleteAll(table, gone);
  }
}

/** An address that takes no mail keeps nobody from being erased. */
async function confirm(post: Post, table: Table, application: Application, at: string): Promise<void> {
  try {
    await confirmErasure(post, table, application, at);
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
  }
}
