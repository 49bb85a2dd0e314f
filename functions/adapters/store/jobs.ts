import { job } from '../../../domain/jobs/job.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem, versionedPut } from './items.ts';
import { index, keys } from './keys.ts';
import { queryAll } from './query.ts';
import type { Table, Write } from './table.ts';

/** Jobs in the list of one status, in the order of their ids. */
const listKeys = (status: Job['status'], jobId: string) => ({ gsi1pk: `JOBS#${status}`, gsi1sk: jobId });

/** Reads a job, or undefined when there is none. */
export function findJob(table: Table, jobId: string): Promise<Job | undefined> {
  return findItem(table, keys.job(jobId), job);
}

/**
 * Reads a job that must exist.
 * @throws NotFound
 */
export async function readJob(table: Table, jobId: string): Promise<Job> {
  const found = await findJob(table, jobId);
  if (!found) throw new NotFound('the job');
  return found;
}

/** Every job of a status. The index lags behind a change by moments. */
export async function listJobs(table: Table, status: Job['status']): Promise<Job[]> {
  const jobs = await queryAll(table, {
    IndexName: index.work,
    KeyConditionExpression: 'gsi1pk = :list',
    ExpressionAttributeValues: { ':list': listKeys(status, '').gsi1pk },
  });
  return jobs.map((item) => job.strip().parse(item));
}

/** The write that stores a job: a new one, or the successor of the version it was made from. */
export function jobWrite(table: Table, next: Job): Write {
  return versionedPut(table, keys.job(next.jobId), next, listKeys(next.status, next.jobId));
}
