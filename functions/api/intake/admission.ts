import { interestsOf } from '../../../domain/api/intake/interests.ts';
import { isTooOld, resumeKey } from '../../../domain/api/intake/resume.ts';
import { misfits } from '../../../domain/api/intake/submission.ts';
import type { Submission } from '../../../domain/api/intake/submission.ts';
import type { FieldError } from '../../../domain/api/problem.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { findJob } from '../../adapters/store/jobs.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { isHandedIn } from '../../adapters/store/uploads.ts';
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
export async function admit(table: Table, sent: Submission, at: string): Promise<Admission> {
  const [job, settings] = await Promise.all([findJob(table, sent.jobId), readLiveSettings(table)]);
  if (!job) throw new Refusal(404, { detail: 'there is no such job' });
  if (job.status !== 'open') throw new Refusal(409, { detail: 'this job takes no more applications' });
  const errors = await misfitsOf(table, sent, { job, settings }, at);
  if (errors.length === 0) return { job, settings };
  throw new Refusal(422, {
    detail: 'the application does not fit the job; see errors',
    errors: errors.map(({ field, message }) => ({ field: `body.${field}`, message })),
  });
}

/** What does not fit, well-formed or not, by its place in the submission: also an upload that may be deleted by now. */
export async function misfitsOf(
  table: Table,
  sent: Parameters<typeof misfits>[0],
  { job, settings }: Admission,
  at: string,
): Promise<FieldError[]> {
  const errors = misfits(sent, job, interestsOf(settings.offers));
  const upload = resumeKey.safeParse(sent.resumeKey);
  // One that was handed in is kept: the same request, sent again later, gets the same answer.
  if (!upload.success || !isTooOld(upload.data, at) || (await isHandedIn(table, upload.data))) return errors;
  return [...errors, { field: 'resumeKey', message: 'was uploaded too long ago: upload it again' }];
}
