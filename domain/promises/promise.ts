import * as z from 'zod';
import { instant } from '../calendar/instant.ts';

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

/**
 * The one promise an open application has at any time: what, by when (`due`), who owns it. `extensions`
 * counts the new dates given so far; with the first of them the promise is broken and stays so.
 */
export const currentPromise = z.strictObject({
  kind: promiseKind,
  madeAt: instant,
  due: instant,
  ownerRole: staffRole,
  ownerId: z.string().min(1),
  extensions: z.int().min(0).max(3),
  state: z.enum(['open', 'kept', 'broken', 'released', 'void']),
});

export type CurrentPromise = z.infer<typeof currentPromise>;
