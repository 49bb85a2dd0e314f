import * as z from 'zod';
import { applicationId, instant } from '../ids.ts';
import { dialled } from '../messages/telephone.ts';
import { mailboxOf } from '../people/mailbox.ts';

/** A link that somebody recommends the company with: its code, whose it is, and the application it belongs to. */
export const referral = z.strictObject({
  code: z.string(),
  personHash: z.string(),
  applicationId,
  createdAt: instant,
});
export type Referral = z.output<typeof referral>;

/** The careers page as a friend opens it: the code says nothing about whoever shared it. */
export function referralUrl(careersUrl: string, code: string): string {
  const url = new URL(careersUrl);
  url.searchParams.set('ref', code);
  return url.href;
}

/** How somebody can be reached, as they wrote it themselves. */
interface Reachable {
  readonly email: string;
  readonly phone?: string | undefined;
}

/** Whether two of these are one person, by their mailbox or telephone: the last nine digits tell two telephones apart. */
export function isSameReach(one: Reachable, other: Reachable): boolean {
  if (mailboxOf(one.email) === mailboxOf(other.email)) return true;
  const [first, second] = [telephone(one.phone), telephone(other.phone)];
  return first !== undefined && first === second;
}

const significant = 9;

function telephone(phone: string | undefined): string | undefined {
  const digits = phone === undefined ? '' : dialled(phone).replaceAll(/\D/g, '');
  return digits.length < significant ? undefined : digits.slice(-significant);
}
