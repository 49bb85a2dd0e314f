import * as z from 'zod';
import { applicationId } from '../../ids.ts';
import { endpoint } from '../endpoint.ts';

/** An address that works for `seconds`, for whoever has it: it is fetched when it is used, and kept nowhere. */
export const openResume = endpoint({
  id: 'openResume',
  method: 'GET',
  path: '/api/staff/applications/{applicationId}/resume',
  summary: 'A short-lived address of the résumé, once it was scanned',
  access: 'staff',
  request: { params: z.strictObject({ applicationId }) },
  reply: {
    status: 200,
    body: z.strictObject({ url: z.url(), fileName: z.string(), seconds: z.int() }),
  },
  problems: [401, 403, 404, 409],
});
