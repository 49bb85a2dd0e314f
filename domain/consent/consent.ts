import * as z from 'zod';
import { instant, slug } from '../ids.ts';

/** What a candidate can agree to, each with a box of its own that nobody ticked for them. */
export const consentChannel = z.enum(['offers-email']);

export type ConsentChannel = z.infer<typeof consentChannel>;

/**
 * One entry of a person's consent history. A consent names the `wording` (its version in settings) that was
 * read; a refusal or withdrawal needs none. `source` is where it was said.
 */
export const consent = z.discriminatedUnion('given', [
  z.strictObject({
    channel: consentChannel,
    given: z.literal(true),
    at: instant,
    wording: slug,
    source: z.enum(['application-form', 'status-page']),
  }),
  z.strictObject({
    channel: consentChannel,
    given: z.literal(false),
    at: instant,
    /** `complaint`: they told their mail provider that a mail of ours was unwanted. */
    source: z.enum(['application-form', 'status-page', 'one-click-unsubscribe', 'complaint']),
  }),
]);

export type Consent = z.infer<typeof consent>;

/** Why mail to an address stopped for good, and since when. */
export const suppression = z.strictObject({
  reason: z.enum(['bounced', 'complained', 'erased']),
  at: instant,
});

export type Suppression = z.infer<typeof suppression>;
