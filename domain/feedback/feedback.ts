import * as z from 'zod';
import { applicationId, instant, interviewId, slug, staffId } from '../ids.ts';
import { prose } from '../messages/values.ts';

/** What an interviewer saw of one published criterion. Four words and no number: nothing adds up to a score. */
const rating = z.enum(['not-shown', 'partly', 'clearly', 'strongly']);

const ratings = z
  .array(z.strictObject({ criterion: slug, rating }))
  .max(8)
  .refine((given) => new Set(given.map(({ criterion }) => criterion)).size === given.length, {
    message: 'rate each criterion once',
  });

/** An interviewer's feedback. Only `forCandidate` is written to be read by the candidate, once approved. */
export const feedbackForm = z.strictObject({
  ratings,
  wentWell: prose,
  toImprove: prose,
  forCandidate: prose,
});
export type FeedbackForm = z.output<typeof feedbackForm>;

/** The same form while it is being written: any part may be missing. */
export const feedbackDraft = feedbackForm.partial();
export type FeedbackDraft = z.output<typeof feedbackDraft>;

/** What one interviewer has written of one interview: a draft until it is given, then complete. */
export const feedback = z.strictObject({
  ...feedbackDraft.shape,
  applicationId,
  interviewId,
  interviewer: staffId,
  version: z.int(),
  updatedAt: instant,
  /** When it was first given; none while it is a draft. */
  givenAt: z.optional(instant),
});
export type Feedback = z.output<typeof feedback>;
