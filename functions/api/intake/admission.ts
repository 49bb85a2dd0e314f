import { interestsOf } from '../../../domain/api/intake/interests.ts';
import { misfits } from '../../../domain/api/intake/submission.ts';
import type { Submission } from '../../../domain/api/intake/submission.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { findJob } from '../../adapters/store/jobs.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { Refusal } from '../../runtime/refusal.ts';

/** What an application is made for and under. */
export interface Admission {
  readonly job: Job;
  readonly settings: Settings;
}

/**
 * The job that an application is for, once it is known to fit.
 * @throws Refusal 404 without such a job, 409 when it is closed, 422 with the fields that do not fit
 */
export async function admit(table: Table, sent: Submission): Promise<Admission> {
  const [job, settings] = await Promise.all([findJob(table, sent.jobId), readLiveSettings(table)]);
  if (!job) throw new Refusal(404, { detail: 'there is no such job' });
  if (job.status !== 'open') throw new Refusal(409, { detail: 'this job takes no more applications' });
  const errors = misfits(sent, job, interestsOf(settings.offers));
  if (errors.length === 0) return { job, settings };
  throw new Refusal(422, {
    detail: 'the application does not fit the job; see errors',
    errors: errors.map(({ field, message }) => ({ field: `body.${field}`, message })),
  });
}
