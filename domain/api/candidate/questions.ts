import * as z from 'zod';
import { instant, questionId } from '../../ids.ts';
import { phone } from '../../messages/values.ts';
import { callWindow, question, questionForm, questionStatus } from '../../questions/question.ts';
import { staffMember } from '../../settings/staff-member.ts';
import { endpoint } from '../endpoint.ts';
import { idempotencyKey } from '../idempotency-key.ts';

/** A question as whoever asked it sees it. `due` is the date that holds now, `firstDue` what was promised first. */
export const questionView = question.pick({ wants: true, text: true, askedAt: true }).extend({
  questionId,
  status: questionStatus,
  due: instant,
  firstDue: instant,
  phone: z.optional(phone),
  window: z.optional(callWindow),
  /** Who answers, or has answered. */
  person: staffMember.pick({ name: true, role: true, email: true, phone: true, hours: true }).strip(),
  answer: z.optional(z.strictObject({ at: instant, text: z.string() })),
});

const access = 'link';

export const ask = endpoint({
  id: 'askQuestion',
  method: 'POST',
  path: '/api/candidate/questions',
  summary: 'Ask a question, or book a call; the answer says by when a person answers, and who',
  access,
  request: {
    headers: z.object({ 'idempotency-key': z.optional(idempotencyKey) }),
    body: questionForm,
  },
  reply: { status: 201, body: questionView },
  problems: [401, 404, 409],
});

/** The windows hold for minutes, not for days: one that was offered before may be gone. */
export const readCallWindows = endpoint({
  id: 'readCallWindows',
  method: 'GET',
  path: '/api/candidate/call-windows',
  summary: 'When I may ask to be called, as instants to be shown in my time zone',
  access,
  request: {},
  reply: {
    status: 200,
    body: z.strictObject({
      zone: z.string(),
      /** The number I applied with, to start from. */
      phone: z.nullable(z.string()),
      windows: z.array(callWindow),
    }),
  },
  problems: [401, 404],
});
