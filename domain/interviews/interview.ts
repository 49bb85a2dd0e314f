import * as z from 'zod';
import { approvedFeedback } from '../feedback/approved-feedback.ts';
import { applicationId, instant, interviewId, staffId } from '../ids.ts';
import { link, minutes, phone, sentence, short, zone } from '../messages/values.ts';

/** As many as a letter names in one breath. */
export const mostInterviewers = 8;

const arrangements = {
  startsAt: instant,
  minutes,
  /** Decides how the candidate reads `startsAt`. */
  zone,
  place: z.optional(short),
  videoUrl: z.optional(link),
  interviewers: z.array(staffId).min(1).max(mostInterviewers),
  bring: z.optional(sentence),
  /** Answered on the day itself; without it the recruiter's own number is given. */
  contactPhone: z.optional(phone),
};

/** What a recruiter arranges: when, at a place or by video (exactly one), with whom. */
export const interviewPlan = z
  .strictObject(arrangements)
  .refine((plan) => (plan.place === undefined) !== (plan.videoUrl === undefined), {
    message: 'give either place or videoUrl',
    path: ['place'],
  })
  .refine((plan) => new Set(plan.interviewers).size === plan.interviewers.length, {
    message: 'name each interviewer once',
    path: ['interviewers'],
  });
export type InterviewPlan = z.output<typeof interviewPlan>;

/**
 * An interview as it stands. `sequence` counts the changes a calendar must hear about (RFC 5545), `version`
 * every change. `approved` is the one text of the interview that a candidate reads.
 */
export const interview = z.strictObject({
  ...arrangements,
  applicationId,
  interviewId,
  status: z.enum(['scheduled', 'cancelled']),
  version: z.int(),
  sequence: z.int().nonnegative(),
  endsAt: instant,
  scheduledBy: staffId,
  createdAt: instant,
  updatedAt: instant,
  /** When it was seen to be over, neither cancelled nor withdrawn from. */
  heldAt: z.optional(instant),
  cancelledAt: z.optional(instant),
  cancelledBy: z.optional(staffId),
  approved: z.optional(z.strictObject({ ...approvedFeedback.shape, by: staffId, at: instant })),
});
export type Interview = z.output<typeof interview>;
