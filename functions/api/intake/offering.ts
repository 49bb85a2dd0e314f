import { formFields } from '../../../domain/api/intake/form-fields.ts';
import { termsOf } from '../../../domain/api/intake/terms.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import { readLiveSettings } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';

/**
 * A job as applicants see it before they apply.
 * @throws NotFound when there is none, or it takes no more applications
 */
export async function readOffering(table: Table, jobId: string) {
  const [job, settings] = await Promise.all([readJob(table, jobId), readLiveSettings(table)]);
  if (job.status !== 'open') throw new NotFound('an open job of this name');
  return offeringOf(job, settings);
}

/** What a job offers under the settings: its form, its interests to choose from, its promise. */
export function offeringOf(job: Job, settings: Settings) {
  const terms = termsOf(job.locale, settings);
  const { interests, consent } = terms;
  return { job, fields: formFields(job, { interests, consentText: consent.text }, job.locale), ...terms };
}
