import type { ApplicationEvent } from '../application/application.ts';
import type { LedgerEntry } from './ledger.ts';

/** What a report of the mail service means to us. */
export interface MailNote {
  readonly seen: NonNullable<LedgerEntry['seen']>;
  readonly event?: ApplicationEvent['type'];
  /** Set when no more mail may go to the address. */
  readonly stops?: 'bounced' | 'complained';
}

/**
 * What to note of an SES event, by its `eventType` (and `bounceType`), or undefined when it tells nothing
 * that matters here. A transient bounce, such as a full mailbox, stops nothing.
 * Types: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function noteOnMail(eventType: string, bounceType: string | undefined): MailNote | undefined {
  switch (eventType) {
    case 'Send':
      return { seen: 'sent' };
    case 'Delivery':
      return { seen: 'delivered', event: 'MessageDelivered' };
    case 'Bounce':
      return bounceType === 'Transient'
        ? undefined
        : { seen: 'bounced', event: 'MessageBounced', stops: 'bounced' };
    case 'Complaint':
      return { seen: 'complained', event: 'MessageComplained', stops: 'complained' };
    case 'Reject':
    case 'Rendering Failure':
      return { seen: 'rejected', event: 'MessageBounced' };
    default:
      return undefined;
  }
}
