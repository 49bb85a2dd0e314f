import type * as z from 'zod';
import { createJob } from '../../../domain/api/recruiter/jobs.ts';
import type { Job, JobDraft } from '../../../domain/jobs/job.ts';
import { keep } from '../shell/kept.ts';
import type { Checked } from '../shell/submission.ts';

const whole = createJob.request.body;
export type NewJob = z.output<typeof whole>;

/** A job while it is written: nothing but text, so that half of it can be kept. */
export interface JobText extends Omit<JobDraft, 'thanksUrl' | 'criteria'> {
  readonly jobId: string;
  readonly thanksUrl: string;
  readonly criteria: readonly CriterionText[];
}

export interface CriterionText {
  /** Empty for a new one: it is made from its text when sent. */
  readonly id: string;
  readonly text: string;
  readonly question: string;
  readonly expected: boolean;
}

export const emptyJob: JobText = {
  jobId: '',
  title: '',
  location: '',
  description: '',
  locale: 'en',
  criteria: [],
  resume: 'optional',
  recruiter: '',
  backup: '',
  lead: '',
  interviewers: [],
  thanksUrl: '',
};

export const jobTexts = keep<JobText | undefined>(undefined);

export function textOf({ status, version, createdAt, updatedAt, thanksUrl, ...job }: Job): JobText {
  return { ...job, thanksUrl: thanksUrl ?? '' };
}

/** `Sales assistant, Leeds` as an address takes it: `sales-assistant-leeds`. */
export function slugOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}

const asks: Readonly<Record<string, string>> = {
  jobId: 'Write up to 64 small letters, digits and single hyphens.',
  title: 'Write up to 24 characters: every subject line carries it.',
  location: 'Write where the work is, in up to 80 characters.',
  description: 'Write what the work is, in up to 5,000 characters.',
  recruiter: 'Choose a colleague.',
  backup: 'Choose a colleague.',
  lead: 'Choose a colleague.',
  interviewers: 'Five at most.',
  thanksUrl: 'A whole address, beginning with https://',
  text: 'Write the criterion, in up to 200 characters.',
  question: 'Write the question, in up to 200 characters.',
};

/** The job as the API takes it, or what does not fit by field: `criteria.0.text`. */
export function checkJob({ thanksUrl, criteria, ...job }: JobText): Checked<NewJob> {
  const parsed = whole.safeParse({
    ...job,
    criteria: criteria.map((criterion, place) => ({
      ...criterion,
      id: criterion.id === '' ? slugOf(criterion.text) || `criterion-${place + 1}` : criterion.id,
    })),
    ...(thanksUrl.trim() === '' ? {} : { thanksUrl: thanksUrl.trim() }),
  });
  if (parsed.success) return { value: parsed.data };
  const places = parsed.error.issues.map(({ path }) => path.map(String));
  return {
    missing: new Map(places.map((path) => [path.join('.'), asks[path.at(-1) ?? ''] ?? 'This does not fit.'])),
  };
}
