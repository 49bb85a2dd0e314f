import * as z from 'zod';
import { applicationId, gateId, instant, questionId, staffId } from '../../ids.ts';
import { question, questionStatus } from '../../questions/question.ts';
import { endpoint } from '../endpoint.ts';

/** What a candidate asked, and where the answer stands. `version` is that of the gate, for `expectedVersion`. */
export const questionView = question
  .pick({ questionId: true, wants: true, text: true, askedAt: true, phone: true, window: true })
  .extend({
    gateId,
    status: questionStatus,
    version: z.int(),
    due: instant,
    firstDue: instant,
    owner: staffId,
    /** How it was settled: the text the candidate got, or what colleagues should know of the call. */
    settled: z.optional(
      z.strictObject({
        by: z.string(),
        at: instant,
        text: z.optional(z.string()),
        note: z.optional(z.string()),
      }),
    ),
  });

/** What a person answers; several paragraphs if they like. */
export const answerText = z.string().trim().min(1).max(4000);

const params = z.strictObject({ applicationId, questionId });
const expectedVersion = z.int();
const reply = { status: 200, body: questionView } as const;
const problems = [401, 403, 404, 409];

export const answer = endpoint({
  id: 'answerQuestion',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/questions/{questionId}/answer',
  summary: 'Answer what a candidate asked; the text goes out as an e-mail in their language’s frame',
  access: 'staff',
  request: {
    params,
    body: z.strictObject({ text: answerText, expectedVersion }),
  },
  reply,
  problems,
});

export const called = endpoint({
  id: 'recordCall',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/questions/{questionId}/called',
  summary: 'Say that the candidate was called; the note stays with colleagues',
  access: 'staff',
  request: {
    params,
    body: z.strictObject({ note: z.optional(z.string().trim().min(1).max(2000)), expectedVersion }),
  },
  reply,
  problems,
});
