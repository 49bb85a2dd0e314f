/**
 * The closed list of reasons for a decline. There is no "other": where a list offers one, it takes the
 * place of a reason. Each reason demands the details that make its sentence about the post and the
 * evidence, never about the person.
 */
import * as z from 'zod';
import { day, days } from '../messages/values.ts';

const detail = z
  .string()
  .trim()
  .min(2)
  .max(160)
  .regex(/^[^\p{Cc}]*$/u, 'must be a single line');

/** Code → the details a recruiter must add. */
export const reasonDetails = {
  /** "The post requires {requirement}": a requirement the job published. */
  qualification: z.strictObject({ code: z.literal('qualification'), requirement: detail }),
  experience: z.strictObject({ code: z.literal('experience'), task: detail, shown: detail }),
  skill: z.strictObject({ code: z.literal('skill'), skill: detail, evidence: detail }),
  language: z.strictObject({ code: z.literal('language'), duty: detail, language: detail, level: detail }),
  /** A licence or permit and the day it is needed by. */
  licence: z.strictObject({ code: z.literal('licence'), licence: detail, neededBy: day }),
  /** Hours or place: what the post needs, what the candidate offered. */
  availability: z.strictObject({ code: z.literal('availability'), needed: detail, offered: detail }),
  test: z.strictObject({ code: z.literal('test'), exercise: detail, standard: detail, result: detail }),
  interview: z.strictObject({
    code: z.literal('interview'),
    criterion: detail,
    hoped: detail,
    heard: detail,
  }),
  /** An item we asked for on `requestedOn` and had not received by `neededBy`. */
  'missing-item': z.strictObject({
    code: z.literal('missing-item'),
    item: detail,
    requestedOn: day,
    neededBy: day,
  }),
  'no-contact': z.strictObject({ code: z.literal('no-contact'), attempts: days }),
  /** "We chose stronger evidence of {criterion}": a criterion the job published. */
  'closer-match': z.strictObject({ code: z.literal('closer-match'), criterion: detail }),
  'post-closed': z.strictObject({
    code: z.literal('post-closed'),
    outcome: z.enum(['filled', 'withdrawn']),
    closedOn: day,
  }),
} as const;

export const declineReason = z.discriminatedUnion('code', [
  reasonDetails.qualification,
  reasonDetails.experience,
  reasonDetails.skill,
  reasonDetails.language,
  reasonDetails.licence,
  reasonDetails.availability,
  reasonDetails.test,
  reasonDetails.interview,
  reasonDetails['missing-item'],
  reasonDetails['no-contact'],
  reasonDetails['closer-match'],
  reasonDetails['post-closed'],
]);
export type DeclineReason = z.infer<typeof declineReason>;

/** What a decline says: one to three reasons, none of them twice. */
export const declineReasons = z
  .array(declineReason)
  .min(1)
  .max(3)
  .refine((reasons) => new Set(reasons.map((reason) => reason.code)).size === reasons.length, {
    message: 'each reason may be given once',
  });
