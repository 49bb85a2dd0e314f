import * as z from 'zod';
import { resumeState } from '../files/resume-state.ts';
import { applicationId } from '../ids.ts';
import { endpoint } from './endpoint.ts';

const access = 'staff';
const request = { params: z.strictObject({ applicationId }) };

/** The file that an applicant sent, for colleagues who may act on the application. */
export const resumesApi = {
  readState: endpoint({
    id: 'readResumeState',
    method: 'GET',
    path: '/api/files/applications/{applicationId}/resume/state',
    summary: 'Whether there is a résumé, and what the scanner said of it',
    access,
    request,
    reply: { status: 200, body: z.strictObject({ state: resumeState }) },
    problems: [401, 403, 404],
  }),
  /** The address works for `seconds`, for whoever has it: it is asked for when it is used, and kept nowhere. */
  open: endpoint({
    id: 'openResume',
    method: 'GET',
    path: '/api/files/applications/{applicationId}/resume',
    summary: 'A short-lived address of the résumé, once it was scanned',
    access,
    request,
    reply: {
      status: 200,
      body: z.strictObject({ url: z.url(), fileName: z.string(), seconds: z.int() }),
    },
    problems: [401, 403, 404, 409],
  }),
} as const;
