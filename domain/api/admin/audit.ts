import * as z from 'zod';
import { adminEvent } from '../../publishing/admin-event.ts';
import { endpoint } from '../endpoint.ts';
import { access, problems } from './common.ts';

export const readAudit = endpoint({
  id: 'readAdminAudit',
  method: 'GET',
  path: '/api/admin/audit',
  summary: 'What admins, deployments and the alarm did, newest first; `before` pages on',
  access,
  request: { query: z.strictObject({ before: z.optional(z.string().max(40)) }) },
  reply: {
    status: 200,
    body: z.strictObject({ events: z.array(adminEvent), next: z.nullable(z.string()) }),
  },
  problems,
});
