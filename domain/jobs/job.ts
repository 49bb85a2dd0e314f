import * as z from 'zod';
import { instant, jobId, slug, staffId } from '../ids.ts';
import { locale } from '../messages/locale.ts';

/** A published yes/no criterion. `text` is what the job page says and the recruiter's reasons may point at. */
export const criterion = z.strictObject({
  id: slug,
  question: z.string().min(1).max(200),
  text: z.string().min(1).max(200),
  expected: z.boolean(),
});

/** What recruiters write. Titles stay short because every subject line carries them. */
export const jobDraft = z.strictObject({
  title: z.string().min(1).max(24),
  location: z.string().min(1).max(80),
  description: z.string().min(1).max(5000),
  locale,
  criteria: z.array(criterion).max(8),
  resume: z.enum(['required', 'optional', 'none']),
  recruiter: staffId,
  backup: staffId,
  lead: staffId,
  interviewers: z.array(staffId).max(5),
  thanksUrl: z.optional(z.url({ protocol: /^https?$/ })),
});

export type JobDraft = z.output<typeof jobDraft>;

export const job = z.strictObject({
  ...jobDraft.shape,
  jobId,
  status: z.enum(['open', 'closed']),
  version: z.int(),
  createdAt: instant,
  updatedAt: instant,
});
export type Job = z.output<typeof job>;

/** The part of a job that anyone may read. */
export const publicJob = job.pick({
  jobId: true,
  title: true,
  location: true,
  description: true,
  locale: true,
  criteria: true,
  resume: true,
});
