import { interview } from '../../../domain/interviews/interview.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem, versionedPut } from './items.ts';
import { keys } from './keys.ts';
import { queryByPrefix } from './query.ts';
import type { Table, Write } from './table.ts';

/**
 * Reads an interview that must exist.
 * @throws NotFound
 */
export async function readInterview(
  table: Table,
  applicationId: string,
  interviewId: string,
): Promise<Interview> {
  const found = await findItem(table, keys.interview(applicationId, interviewId), interview);
  if (!found) throw new NotFound('the interview');
  return found;
}

/** Every interview of an application, in the order they were arranged. */
export async function listInterviews(table: Table, applicationId: string): Promise<Interview[]> {
  const { pk } = keys.application(applicationId);
  return (await queryByPrefix(table, pk, 'INTERVIEW#')).map((item) => interview.strip().parse(item));
}

/** The write that stores an interview: a new one, or the successor of the version it was made from. */
export function interviewWrite(table: Table, next: Interview): Write {
  return versionedPut(table, keys.interview(next.applicationId, next.interviewId), next);
}
