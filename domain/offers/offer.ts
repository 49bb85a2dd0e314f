import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { addElapsed } from '../calendar/elapsed.ts';
import { localDate } from '../calendar/local-date.ts';
import { codeLife } from '../codes/code-life.ts';
import { applicationId, instant, slug } from '../ids.ts';
import { discount, money } from '../messages/values.ts';

/** A code that was given to a person: what it is worth and where it stands in its life. */
export const offer = z.strictObject({
  code: z.string(),
  applicationId,
  personHash: z.string(),
  campaign: slug,
  value: discount,
  /** The last day on which the code can be used, in the company's zone. */
  expiresOn: z.iso.date(),
  issuedAt: instant,
  version: z.int(),
  life: codeLife,
  /** What the order it was redeemed for came to, when the shop said. */
  amount: z.optional(money),
});
export type Offer = z.output<typeof offer>;

/**
 * Until when a code issued at an instant can be used: the last day, `validFor` (ISO 8601) later, and the
 * instant that day is over in `zone` (IANA).
 */
export function validity(
  issuedAt: string,
  validFor: string,
  zone: string,
): { expiresOn: string; expiresAt: string } {
  const expiresOn = localDate(addElapsed(issuedAt, validFor, zone), zone);
  const over = Temporal.PlainDate.from(expiresOn).add({ days: 1 }).toZonedDateTime(zone);
  return { expiresOn, expiresAt: new Date(over.epochMilliseconds).toISOString() };
}
