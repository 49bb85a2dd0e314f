import * as z from 'zod';
import { applicationId, gateId, staffId } from '../../ids.ts';
import { endpoint } from '../endpoint.ts';

/** `owner` is anybody of the live settings. No date moves: neither the candidate's nor that of a reminder. */
export const handOver = endpoint({
  id: 'handOver',
  method: 'POST',
  path: '/api/staff/applications/{applicationId}/gates/{gateId}/owner',
  summary: 'Give what an application waits for to another colleague, who is told at once',
  access: 'staff',
  request: {
    params: z.strictObject({ applicationId, gateId }),
    body: z.strictObject({ owner: staffId, expectedVersion: z.int() }),
  },
  reply: { status: 200, body: z.strictObject({ owner: staffId, version: z.int() }) },
  problems: [401, 403, 404, 409],
});
