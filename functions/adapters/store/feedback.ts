import { feedback } from '../../../domain/feedback/feedback.ts';
import type { Feedback } from '../../../domain/feedback/feedback.ts';
import { findItem, versionedPut } from './items.ts';
import { keys } from './keys.ts';
import { queryByPrefix } from './query.ts';
import type { Table, Write } from './table.ts';

/** What one interviewer has written so far, or undefined when nothing. */
export function findFeedback(
  table: Table,
  applicationId: string,
  interviewId: string,
  interviewer: string,
): Promise<Feedback | undefined> {
  return findItem(table, keys.feedback(applicationId, interviewId, interviewer), feedback);
}

/** What all interviewers have written of an interview, drafts included. */
export async function listFeedback(
  table: Table,
  applicationId: string,
  interviewId: string,
): Promise<Feedback[]> {
  const { pk, sk } = keys.feedback(applicationId, interviewId, '');
  return (await queryByPrefix(table, pk, sk)).map((item) => feedback.strip().parse(item));
}

/** What was written of all interviews of an application. */
export async function listApplicationFeedback(table: Table, applicationId: string): Promise<Feedback[]> {
  const { pk } = keys.application(applicationId);
  return (await queryByPrefix(table, pk, 'FEEDBACK#')).map((item) => feedback.strip().parse(item));
}

/** The write that stores feedback: the first of it, or the successor of the version it was made from. */
export function feedbackWrite(table: Table, next: Feedback): Write {
  return versionedPut(table, keys.feedback(next.applicationId, next.interviewId, next.interviewer), next);
}
