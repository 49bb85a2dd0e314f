import * as z from 'zod';
import { applicationId, instant, questionId } from '../ids.ts';
import { isMessageName } from './messages.ts';
import type { MessageName } from './messages.ts';

/**
 * One message to one person at one moment, and how far it got. `intent` means to send, `sending` may or
 * may not have reached the mail service (it has no idempotency token), `sent` has. `held-back` never will:
 * the address bounced, consent is gone, or the candidate withdrew.
 */
export const ledgerEntry = z.strictObject({
  applicationId,
  key: z.string().max(250),
  message: z.custom<MessageName>((name) => typeof name === 'string' && isMessageName(name)),
  to: z.enum(['candidate', 'owner', 'backup', 'lead', 'interviewer']),
  status: z.enum(['intent', 'sending', 'sent', 'held-back']),
  attempts: z.int(),
  /** How often a step found it `sending` and waited for word of it. */
  waits: z.int(),
  intendedAt: instant,
  sendingAt: z.optional(instant),
  sentAt: z.optional(instant),
  sesMessageId: z.optional(z.string()),
  /** What the mail service told us about it since: proof that it went out, or that it bounced. */
  seen: z.optional(z.enum(['sent', 'delivered', 'bounced', 'complained', 'rejected'])),
  /** The candidate's question that it is about; what it names is not the date of their application. */
  questionId: z.optional(questionId),
  /** The latest date for which it has something awaited. */
  promises: z.optional(instant),
  /** The letter as it was read, for the timeline of HR and candidate. */
  letter: z.optional(z.strictObject({ subject: z.string(), html: z.string(), text: z.string() })),
});
export type LedgerEntry = z.output<typeof ledgerEntry>;

/**
 * A ledger key as an SES tag, which takes letters, digits, `-` and `_` only; no key contains `_`.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageTag.html
 */
export const tagOfKey = (key: string): string => key.replaceAll('.', '_');
export const keyOfTag = (tag: string): string => tag.replaceAll('_', '.');

/** How often a step looks for the mail service's own event before it takes a broken-off sending for lost. */
export const looks = 3;

/**
 * How many seconds these looks take at least, when a workflow sends. The mail service's event is there within a few;
 * should noting it fail at first, Lambda hands it over again after a minute.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 */
export const secondsOfLooks = 120;

/**
 * What to do with a message that a step is asked to send.
 *
 * - `send`: it has not been tried, or one try broke off and left no trace
 * - `done`: it went out, or never will
 * - `wait`: a try is under way or just broke off; whether it went out is not known yet. A step has no clock, and `at`
 *   stays the same however often it is tried again, so looks are counted: the pauses between them are the workflow's,
 *   whose retry of `MailUnconfirmed` the lint measures.
 * - `give-up`: trying again could send it twice, and twice is worse than a person looking at it
 */
export function nextMove(
  { status, seen, waits, attempts }: LedgerEntry,
  mayResend: boolean,
): 'send' | 'done' | 'wait' | 'give-up' {
  if (status === 'sent' || status === 'held-back') return 'done';
  if (status === 'intent') return 'send';
  if (seen !== undefined) return 'done';
  if (waits < looks) return 'wait';
  return mayResend && attempts < 2 ? 'send' : 'give-up';
}
