import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { formFields } from '../../domain/api/intake/form-fields.ts';
import { termsOf } from '../../domain/api/intake/terms.ts';
import { intakeApi } from '../../domain/api/intake.ts';
import { jobId } from '../../domain/ids.ts';
import { jobDraft } from '../../domain/jobs/job.ts';
import { settings } from '../../domain/settings/settings.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { Offering } from '../../web/careers/job-view.ts';

const json = (rootDir: string, path: string): unknown =>
  JSON.parse(readFileSync(join(rootDir, path), 'utf8'));

/** The settings of the repository. @throws z.ZodError */
export const companySettings = (rootDir: string): Settings =>
  settings.parse(json(rootDir, 'workflows/settings.json'));

const sampleJobs = z.array(jobDraft.extend({ jobId }));

/**
 * The sample company's jobs as the API will show them, so that their pages are there before any script is.
 * @throws z.ZodError when the sample does not fit its contract
 */
export function sampleOfferings(rootDir: string): Offering[] {
  const ofSample = companySettings(rootDir);
  return sampleJobs.parse(json(rootDir, 'local/seed/jobs.json')).map((job) => {
    const terms = termsOf(job.locale, ofSample);
    const { interests, consent } = terms;
    const fields = formFields(job, { interests, consentText: consent.text }, job.locale);
    return intakeApi.readJob.reply.body.parse({ job, fields, ...terms });
  });
}
