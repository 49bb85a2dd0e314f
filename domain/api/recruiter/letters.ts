import * as z from 'zod';
import { decision } from '../../decisions/decision.ts';
import { approvedFeedback } from '../../feedback/approved-feedback.ts';
import { applicationId, gateId, instant, interviewId, questionId } from '../../ids.ts';
import { ledgerEntry } from '../../messages/ledger.ts';
import { locale } from '../../messages/locale.ts';
import { endpoint } from '../endpoint.ts';
import { answerText } from './questions.ts';

/** A letter as its reader sees it, but for the keys of its links: whoever holds one acts as the reader. */
const shown = { subject: z.string(), html: z.string(), text: z.string() };

/** A letter that is not sent: nothing is kept. `leavesAt` is when it would leave if it were settled now. */
const preview = {
  status: 200,
  body: z.strictObject({ ...shown, message: z.string(), locale, to: z.string(), leavesAt: instant }),
} as const;
export type LetterPreview = z.output<typeof preview.body>;

export const previewDecision = endpoint({
  id: 'previewDecision',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/decision/preview',
  summary: 'The letter that a decision would send, in the candidate’s language',
  access: 'staff',
  request: {
    params: z.strictObject({ applicationId }),
    body: z.strictObject({ ...decision.shape, gateId }),
  },
  reply: preview,
  problems: [401, 403, 404, 409],
});

/** Leads and admins only, as the approval itself. */
export const previewFeedback = endpoint({
  id: 'previewFeedback',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/interviews/{interviewId}/approval/preview',
  summary: 'The letter that approved feedback would send, in the candidate’s language',
  access: 'staff',
  request: { params: z.strictObject({ applicationId, interviewId }), body: approvedFeedback },
  reply: preview,
  problems: [401, 403, 404, 409],
});

export const previewAnswer = endpoint({
  id: 'previewAnswer',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/questions/{questionId}/answer/preview',
  summary: 'The letter that an answer would send, in the candidate’s language',
  access: 'staff',
  request: {
    params: z.strictObject({ applicationId, questionId }),
    body: z.strictObject({ text: answerText }),
  },
  reply: preview,
  problems: [401, 403, 404, 409],
});

export const readLetter = endpoint({
  id: 'readLetter',
  method: 'GET',
  path: '/api/staff/applications/{applicationId}/messages/{key}',
  summary: 'A message of the ledger as its reader saw it',
  access: 'staff',
  request: { params: z.strictObject({ applicationId, key: z.string().regex(/^[\w.-]{1,250}$/) }) },
  reply: {
    status: 200,
    body: z.strictObject({
      ...shown,
      message: z.string(),
      ...ledgerEntry.pick({ to: true, status: true, seen: true }).shape,
      at: instant,
    }),
  },
  problems: [401, 403, 404],
});
