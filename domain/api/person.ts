import * as z from 'zod';
import { outcome, stage } from '../application/stages.ts';
import { instant } from '../ids.ts';
import { locale } from '../messages/locale.ts';
import { endpoint } from './endpoint.ts';

/** What an address, proved by a link that was sent to it, may see and do. */
export const personApi = {
  /** The same answer whether anybody has the address or not. */
  requestLink: endpoint({
    id: 'requestFreshLink',
    method: 'POST',
    path: '/api/candidate/links',
    summary: 'Send me a fresh link, if you know this address',
    access: 'public',
    request: { body: z.strictObject({ email: z.email().max(254) }) },
    reply: { status: 202, body: z.strictObject({ status: z.literal('taken') }) },
  }),
  listApplications: endpoint({
    id: 'listMyApplications',
    method: 'GET',
    path: '/api/candidate/applications',
    summary: 'All my applications, each with a fresh link to its page',
    access: 'link',
    request: {},
    reply: {
      status: 200,
      body: z.strictObject({
        company: z.object({ name: z.string() }),
        applications: z.array(
          z.strictObject({
            reference: z.string(),
            jobTitle: z.string(),
            /** The language that the job is written in. */
            jobLocale: locale,
            submittedAt: instant,
            stage,
            outcome: z.nullable(outcome),
            /** The key of its page. */
            token: z.string(),
          }),
        ),
      }),
    },
    problems: [401],
  }),
  eraseEverything: endpoint({
    id: 'eraseMe',
    method: 'POST',
    path: '/api/candidate/erasure/everything',
    summary: 'Erase all my applications, and me; a second time changes nothing',
    access: 'link',
    request: { body: z.optional(z.strictObject({})) },
    reply: { status: 202, body: z.strictObject({ status: z.literal('erasing') }) },
    problems: [401, 409],
  }),
} as const;
