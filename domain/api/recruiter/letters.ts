import * as z from 'zod';
import { decision } from '../../decisions/decision.ts';
import { applicationId, gateId, instant } from '../../ids.ts';
import { ledgerEntry } from '../../messages/ledger.ts';
import { locale } from '../../messages/locale.ts';
import { endpoint } from '../endpoint.ts';

/** A letter as its reader sees it, but for the keys of its links: whoever holds one acts as the reader. */
const shown = { subject: z.string(), html: z.string(), text: z.string() };

/** Nothing is sent and nothing is kept. `leavesAt` is when the letter would leave if it were decided now. */
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
  reply: {
    status: 200,
    body: z.strictObject({ ...shown, message: z.string(), locale, to: z.string(), leavesAt: instant }),
  },
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
