import { objectionsToJob } from '../../../domain/decisions/job-objections.ts';
import { termsOf } from '../../../domain/api/intake/terms.ts';
import type { Locale } from '../../../domain/messages/locale.ts';
import type { Job, JobDraft } from '../../../domain/jobs/job.ts';
import { Contended, NotAllowed } from '../../../domain/steps/errors.ts';
import { findJob, jobWrite, listJobs, readJob } from '../../adapters/store/jobs.ts';
import { optimistically } from '../../adapters/store/optimistic.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { refuseUnlessOn, signedIn } from './signed-in.ts';

interface OnJob extends Exchange {
  readonly params: { readonly jobId: string };
}

export async function listAllJobs({ table }: Services, { caller }: Exchange): Promise<{ jobs: Job[] }> {
  signedIn(caller);
  const [open, closed] = await Promise.all([listJobs(table, 'open'), listJobs(table, 'closed')]);
  return { jobs: [...open, ...closed].toSorted((one, other) => one.title.localeCompare(other.title)) };
}

export async function readTerms(
  { table }: Services,
  { params: { locale }, caller }: Exchange & { readonly params: { readonly locale: Locale } },
) {
  signedIn(caller);
  return termsOf(locale, await readLiveSettings(table));
}

/** Opens a job; whoever does so without being lead or admin has to be named in it. */
export async function createJob(
  { table }: Services,
  { body, at, caller }: Exchange & { readonly body: JobDraft & { readonly jobId: string } },
): Promise<Job> {
  refuseUnlessOn(body, signedIn(caller));
  await refuseImpossible(table, body);
  const created: Job = { ...body, status: 'open', version: 1, createdAt: at, updatedAt: at };
  return optimistically(table, 'the job', async () => {
    if (await findJob(table, body.jobId)) throw new NotAllowed(`there is a job ${body.jobId} already`);
    return { writes: [jobWrite(table, created)], result: created };
  });
}

export async function replaceJob(
  { table }: Services,
  { params, body, at, caller }: OnJob & { readonly body: JobDraft & { readonly expectedVersion: number } },
): Promise<Job> {
  const { expectedVersion, ...draft } = body;
  await refuseImpossible(table, draft);
  return changeJob(table, { jobId: params.jobId, caller, expectedVersion }, (job) => ({
    ...draft,
    jobId: job.jobId,
    status: job.status,
    version: job.version + 1,
    createdAt: job.createdAt,
    updatedAt: at,
  }));
}

export function closeJob(
  { table }: Services,
  { params, body, at, caller }: OnJob & { readonly body: { readonly expectedVersion: number } },
): Promise<Job> {
  return changeJob(table, { ...params, ...body, caller }, (job) => ({
    ...job,
    status: 'closed',
    version: job.version + 1,
    updatedAt: at,
  }));
}

/** A job is opened again as it was; whom it names must still be there. */
export async function reopenJob(
  { table }: Services,
  { params, body, at, caller }: OnJob & { readonly body: { readonly expectedVersion: number } },
): Promise<Job> {
  const { staff } = await readLiveSettings(table);
  return changeJob(table, { ...params, ...body, caller }, (job) => {
    if (objectionsToJob(job, staff).length > 0)
      throw new NotAllowed('the job names somebody who is not in the settings; save it with others first');
    return { ...job, status: 'open', version: job.version + 1, updatedAt: at };
  });
}

function changeJob(
  table: Table,
  { jobId, caller, expectedVersion }: Pick<Exchange, 'caller'> & { jobId: string; expectedVersion: number },
  rule: (job: Job) => Job,
): Promise<Job> {
  const colleague = signedIn(caller);
  return optimistically(table, 'the job', async () => {
    const job = await readJob(table, jobId);
    refuseUnlessOn(job, colleague);
    if (job.version !== expectedVersion) throw new Contended('the job');
    const next = rule(job);
    return { writes: [jobWrite(table, next)], result: next };
  });
}

async function refuseImpossible(table: Table, draft: JobDraft): Promise<void> {
  refuseObjections(objectionsToJob(draft, (await readLiveSettings(table)).staff));
}
