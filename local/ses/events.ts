import { randomUUID } from 'node:crypto';
import type { BusEvent, Place } from '../bus-event.ts';
import type { ConfigurationSet } from './configuration.ts';
import { domainOf } from './address.ts';
import type { Mail } from './mail-store.ts';
import type { Outcome } from './outcome.ts';

/** Names by API event type. Source: https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html */
const DETAIL_TYPES = {
  SEND: { detailType: 'Email Sent', eventType: 'Send' },
  DELIVERY: { detailType: 'Email Delivered', eventType: 'Delivery' },
  BOUNCE: { detailType: 'Email Bounced', eventType: 'Bounce' },
  COMPLAINT: { detailType: 'Email Complaint Received', eventType: 'Complaint' },
} as const;

const MTA = 'dsn; localhost';

function mailRecord(mail: Mail, set: ConfigurationSet, sourceArn: string, place: Place): unknown {
  const shown = { from: [mail.from], to: mail.to, ...(mail.cc.length > 0 && { cc: mail.cc }) };
  const headers = { From: mail.from, To: mail.to.join(', '), Subject: mail.subject, ...mail.headers };
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn,
    sendingAccountId: place.account,
    messageId: mail.id,
    destination: Object.keys(mail.outcomes),
    headersTruncated: false,
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    commonHeaders: { ...shown, messageId: mail.id, subject: mail.subject },
    tags: {
      'ses:configuration-set': [set.name],
      'ses:from-domain': [domainOf(mail.from)],
      'ses:source-ip': ['127.0.0.1'],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
}

const recipientsWith = (mail: Mail, ...wanted: Outcome[]): string[] =>
  Object.entries(mail.outcomes).flatMap(([address, outcome]) => (wanted.includes(outcome) ? [address] : []));

function bounce(mail: Mail, outcome: Outcome, bounceSubType: string, diagnosticCode: string): object[] {
  const bounced = recipientsWith(mail, outcome);
  if (bounced.length === 0) {
    return [];
  }
  const recipient = { action: 'failed', status: '5.1.1', diagnosticCode };
  return [
    {
      bounceType: 'Permanent',
      bounceSubType,
      bouncedRecipients: bounced.map((emailAddress) => ({ emailAddress, ...recipient })),
      timestamp: mail.at,
      feedbackId: `${mail.id}-bounce`,
      reportingMTA: MTA,
    },
  ];
}

/**
 * The events SES publishes for one accepted mail, in order, as far as the configuration set asks for them:
 * Send; then Delivery, Bounce (a suppressed address bounces without an attempt) and Complaint by recipient.
 */
export function mailEvents(mail: Mail, set: ConfigurationSet, sourceArn: string, place: Place): BusEvent[] {
  const record = mailRecord(mail, set, sourceArn, place);
  const wrap = (type: keyof typeof DETAIL_TYPES, member: object): BusEvent[] =>
    set.published.has(type)
      ? [
          {
            version: '0',
            id: randomUUID(),
            'detail-type': DETAIL_TYPES[type].detailType,
            source: 'aws.ses',
            account: place.account,
            time: `${mail.at.slice(0, 19)}Z`,
            region: place.region,
            resources: [`arn:aws:ses:${place.region}:${place.account}:configuration-set/${set.name}`],
            detail: { eventType: DETAIL_TYPES[type].eventType, mail: record, ...member },
          },
        ]
      : [];
  const delivered = recipientsWith(mail, 'delivered', 'complained');
  const complained = recipientsWith(mail, 'complained');
  const bounces = [
    ...bounce(mail, 'bounced', 'General', 'smtp; 550 5.1.1 user unknown'),
    ...bounce(
      mail,
      'suppressed',
      'OnAccountSuppressionList',
      'Amazon SES did not send the message to this address because it is on the suppression list for your account.',
    ),
    ...bounce(
      mail,
      'globally-suppressed',
      'Suppressed',
      'Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.',
    ),
  ];
  const delivery = {
    timestamp: mail.at,
    processingTimeMillis: 1,
    recipients: delivered,
    smtpResponse: '250 OK',
    reportingMTA: 'localhost',
  };
  const complaint = {
    timestamp: mail.at,
    feedbackId: `${mail.id}-complaint`,
    complainedRecipients: complained.map((emailAddress) => ({ emailAddress })),
    complaintFeedbackType: 'abuse',
  };
  return [
    ...wrap('SEND', { send: {} }),
    ...(delivered.length > 0 ? wrap('DELIVERY', { delivery }) : []),
    ...bounces.flatMap((one) => wrap('BOUNCE', { bounce: one })),
    ...(complained.length > 0 ? wrap('COMPLAINT', { complaint }) : []),
  ];
}
