import * as z from 'zod';
import { instant } from '../ids.ts';

/** What an admin, a deployment or the alarm did about published things. Append only; no personal data but staff ids. */
export const adminEvent = z.strictObject({
  at: instant,
  type: z.enum([
    'WorkflowsPublished',
    'WorkflowsRestored',
    'CanaryStarted',
    'CanaryFinished',
    'CanaryStopped',
    'CanaryRolledBack',
    'TemplatesPublished',
    'TemplatesRestored',
    'SettingsPublished',
    'SettingsRestored',
    'ProofRequested',
  ]),
  /** A member of staff by id, `deployment`, `alarm` or `schedule`. */
  actor: z.string(),
  note: z.optional(z.string()),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AdminEvent = z.output<typeof adminEvent>;
