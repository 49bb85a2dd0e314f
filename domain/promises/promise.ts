import * as z from 'zod';

/**
 * What a candidate (or HR, for `feedback` of one interviewer) can be promised. `approval` is the
 * interview feedback that the candidate waits for, `feedback` what one interviewer owes inside.
 */
export const promiseKinds = [
  'acknowledgement',
  'shortlist',
  'interview-date',
  'feedback',
  'approval',
  'next-step',
  'question',
] as const;

export const promiseKind = z.enum(promiseKinds);

export type PromiseKind = z.infer<typeof promiseKind>;

/** Who can owe a promise or hear about it. */
export const role = z.enum(['owner', 'backup', 'lead', 'interviewer', 'candidate']);

export type Role = z.infer<typeof role>;

/** Who can be made to answer: everyone but the candidate. */
export const staffRole = role.exclude(['candidate']);

export type StaffRole = z.infer<typeof staffRole>;
