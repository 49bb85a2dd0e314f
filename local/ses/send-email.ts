import { randomUUID } from 'node:crypto';
import type { BusEvent, Place } from '../bus-event.ts';
import type { Clock } from '../service.ts';
import { bareAddress } from './address.ts';
import { type ConfigurationSet, identityFor, type SesConfiguration } from './configuration.ts';
import { notFound, rejected } from './errors.ts';
import { mailEvents } from './events.ts';
import type { Attachment, Mail, MailStore } from './mail-store.ts';
import { outcomeOf } from './outcome.ts';
import { recipientsOf, type SendEmailRequest } from './send-email-request.ts';
import type { SuppressionList } from './suppression-list.ts';

export interface Sender {
  readonly clock: Clock;
  readonly place: Place;
  readonly configuration: SesConfiguration;
  readonly mails: MailStore;
  readonly suppressions: SuppressionList;
  /** Puts an event on the default bus and returns at once. */
  readonly publish: (event: BusEvent) => void;
}

/** Message ids look like SES's own: hexadecimal milliseconds, a UUID, a counter. */
const messageId = (now: number): string => `${now.toString(16).padStart(16, '0')}-${randomUUID()}-000000`;

function configurationSet(sender: Sender, name: string | undefined): ConfigurationSet | undefined {
  if (name === undefined) {
    return undefined;
  }
  const set = sender.configuration.configurationSets.get(name);
  if (set === undefined) {
    throw notFound(`Configuration set <${name}> does not exist.`);
  }
  return set;
}

function attachmentsOf(request: SendEmailRequest): Attachment[] {
  return request.Content.Simple.Attachments.map(({ FileName, ContentType, RawContent }) => ({
    fileName: FileName,
    contentType: ContentType ?? 'application/octet-stream',
    content: Buffer.from(RawContent, 'base64'),
  }));
}

/**
 * Accepts a parsed mail: stores it and publishes what becomes of it. Gives the message id.
 * Throws `MessageRejected` for an unverified sender and `NotFoundException` for an unknown configuration set.
 */
export function sendEmail(sender: Sender, request: SendEmailRequest): string {
  const from = bareAddress(request.FromEmailAddress);
  const identity = identityFor(sender.configuration, from);
  if (identity === undefined) {
    const region = sender.place.region.toUpperCase();
    throw rejected(
      `Email address is not verified. The following identities failed the check in region ${region}: ${from}`,
    );
  }
  const set = configurationSet(sender, request.ConfigurationSetName);
  const now = sender.clock.now();
  const isSuppressed = (address: string): boolean => {
    const entry = sender.suppressions.get(address);
    return entry !== undefined && (set === undefined || set.suppressed.has(entry.reason));
  };
  const { Subject, Body, Headers } = request.Content.Simple;
  const attachments = attachmentsOf(request);
  const mail: Mail = {
    id: messageId(now),
    at: new Date(now).toISOString(),
    from: request.FromEmailAddress,
    to: request.Destination.ToAddresses,
    cc: request.Destination.CcAddresses,
    bcc: request.Destination.BccAddresses,
    replyTo: request.ReplyToAddresses,
    subject: Subject.Data,
    text: Body.Text?.Data,
    html: Body.Html?.Data,
    headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    tags: Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, Value])),
    attachments: attachments.map(({ fileName, contentType, content }) => ({
      fileName,
      contentType,
      size: content.length,
    })),
    configurationSet: set?.name,
    outcomes: Object.fromEntries(
      recipientsOf(request.Destination)
        .map(bareAddress)
        .map((address) => [address, outcomeOf(address, isSuppressed(address))]),
    ),
  };
  sender.mails.save(mail, attachments);
  if (set !== undefined) {
    const sourceArn = `arn:aws:ses:${sender.place.region}:${sender.place.account}:identity/${identity}`;
    mailEvents(mail, set, sourceArn, sender.place).forEach(sender.publish);
  }
  return mail.id;
}
