import * as z from 'zod';
import { decision } from '../../decisions/decision.ts';
import { applicationId, gateId, instant } from '../../ids.ts';
import { endpoint } from '../endpoint.ts';

const params = z.strictObject({ applicationId });

/** The decision stands; its message leaves at `leavesAt`, and until then it can be undone. */
export const decide = endpoint({
  id: 'decide',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/decision',
  summary:
    'Decide what an application waits for: shortlisted, declined with reasons, another interview, hired',
  access: 'staff',
  request: {
    params,
    body: z.strictObject({ ...decision.shape, gateId, expectedVersion: z.int() }),
  },
  reply: {
    status: 200,
    body: z.strictObject({ status: z.literal('held'), leavesAt: instant, version: z.int() }),
  },
  problems: [401, 403, 404, 409],
});

export const undo = endpoint({
  id: 'undoDecision',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/decision/undo',
  summary: 'Take a decision back while its message has not left',
  access: 'staff',
  request: { params, body: z.strictObject({ gateId, expectedVersion: z.optional(z.int()) }) },
  reply: { status: 200, body: z.strictObject({ status: z.literal('pending'), version: z.int() }) },
  problems: [401, 403, 404, 409],
});
