import * as z from 'zod';
import { jobId, slug } from '../../ids.ts';
import type { Job } from '../../jobs/job.ts';
import { locale } from '../../messages/locale.ts';
import { phone, zone } from '../../messages/values.ts';
import { typedName } from '../../people/typed-name.ts';
import type { FieldError } from '../problem.ts';
import { resumeKey } from './resume.ts';

/** What somebody sends to apply for a job. An empty consent takes nothing back that was given before. */
export const submission = z.strictObject({
  jobId,
  candidate: z.strictObject({ name: typedName, email: z.email().max(254), phone: z.optional(phone) }),
  /** Yes or no to every published criterion of the job, by its id. */
  answers: z.optional(z.record(slug, z.boolean())),
  interests: z.optional(z.array(slug).max(20)),
  consents: z.optional(z.strictObject({ offers: z.optional(z.boolean()) })),
  /** Language of everything they are sent; the job's own when left out. */
  locale: z.optional(locale),
  /** In which they read times; the company's own when left out. */
  zone: z.optional(zone),
  resumeKey: z.optional(resumeKey),
  /** The code of the link that a friend shared. One that leads nowhere keeps nobody from applying. */
  ref: z.optional(z.string().max(64)),
  /** Nobody sees this field of the form; whoever fills it in is no applicant. */
  website: z.optional(z.string().max(500)),
});
export type Submission = z.output<typeof submission>;

/**
 * What in a submission does not fit the job, well-formed or not, by its place in the submission: every published
 * criterion is answered and nothing else, interests are among those to choose from, and the résumé is
 * there if the job asks for one and not if it takes none.
 */
export function misfits(
  sent: {
    readonly answers?: Readonly<Record<string, unknown>> | undefined;
    readonly interests?: readonly unknown[] | undefined;
    readonly resumeKey?: unknown;
  },
  job: Pick<Job, 'criteria' | 'resume'>,
  interests: readonly string[],
): FieldError[] {
  const answers = sent.answers ?? {};
  const choices = new Set<unknown>(interests);
  const asked = new Set(job.criteria.map(({ id }) => id));
  const errors: FieldError[] = [
    ...[...asked]
      .filter((id) => !Object.hasOwn(answers, id))
      .map((id) => ({ field: `answers.${id}`, message: 'must be answered yes or no' })),
    ...Object.keys(answers)
      .filter((id) => !asked.has(id))
      .map((id) => ({ field: `answers.${id}`, message: 'is not a criterion of this job' })),
    ...(sent.interests ?? []).flatMap((interest, position) =>
      choices.has(interest)
        ? []
        : [{ field: `interests.${position}`, message: 'is not an interest to choose from' }],
    ),
  ];
  if (job.resume === 'required' && sent.resumeKey === undefined) {
    errors.push({ field: 'resumeKey', message: 'this job asks for a résumé: upload it first' });
  }
  if (job.resume === 'none' && sent.resumeKey !== undefined) {
    errors.push({ field: 'resumeKey', message: 'this job takes no résumé' });
  }
  return errors;
}
