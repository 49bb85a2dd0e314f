import * as z from 'zod';
import { sentence } from '../messages/values.ts';

/** The feedback a candidate reads, in the words a hiring lead approved. */
export const approvedFeedback = z.strictObject({
  strengths: z.array(sentence).min(1).max(5),
  improvements: z.array(sentence).min(1).max(5),
});
export type ApprovedFeedback = z.output<typeof approvedFeedback>;
