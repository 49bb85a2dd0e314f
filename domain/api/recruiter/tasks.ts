import * as z from 'zod';
import { applicationId, taskId } from '../../ids.ts';
import { endpoint } from '../endpoint.ts';
import { taskView } from './application.ts';

export const finishTask = endpoint({
  id: 'finishTask',
  method: 'POST',
  path: '/api/staff/tasks/{applicationId}/{taskId}/done',
  summary: 'Say that a task is done',
  access: 'staff',
  request: {
    params: z.strictObject({ applicationId, taskId }),
    body: z.strictObject({ note: z.optional(z.string().trim().min(1).max(2000)) }),
  },
  reply: { status: 200, body: taskView },
  problems: [401, 403, 404, 409],
});
