import type { ApplicationEvent } from '../application/application.ts';
import type { LedgerEntry } from './ledger.ts';

/** What a report of the mail service means to us. */
export interface MailNote {
  readonly seen: NonNullable<LedgerEntry['seen']>;
  readonly event?: ApplicationEvent['type'];
  /** Set when no more mail may go to the address. */
  readonly stops?: 'bounced' | 'complained';
  /** Set when the candidate does not have what the mail said, or did not want it that way: somebody calls. */
  readonly calls?: true;
  /** Of a mail that was seen so already, the report says nothing. */
  readonly unless?: 'delivered';
}

/**
 * What to note of an SES event, by its `eventType` (and what it says of a bounce), or undefined when it tells nothing
 * that matters here. After a transient bounce, such as a full mailbox, SES tries no more: this mail is lost, the address
 * is not. A general one of a mail that was delivered is the automatic reply of somebody who is away.
 * Types: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function noteOnMail(
  eventType: string,
  bounce: { readonly bounceType?: string | undefined; readonly bounceSubType?: string | undefined } = {},
): MailNote | undefined {
  switch (eventType) {
    case 'Send':
      return { seen: 'sent' };
    case 'Delivery':
      return { seen: 'delivered', event: 'MessageDelivered' };
    case 'Bounce':
      return { seen: 'bounced', event: 'MessageBounced', calls: true, ...permanence(bounce) };
    case 'Complaint':
      return { seen: 'complained', event: 'MessageComplained', calls: true, stops: 'complained' };
    case 'Reject':
    case 'Rendering Failure':
      return { seen: 'rejected', event: 'MessageBounced', calls: true };
    default:
      return undefined;
  }
}

function permanence({
  bounceType,
  bounceSubType,
}: NonNullable<Parameters<typeof noteOnMail>[1]>): Pick<MailNote, 'stops' | 'unless'> {
  if (bounceType !== 'Transient') return { stops: 'bounced' };
  return bounceSubType === 'General' ? { unless: 'delivered' } : {};
}
