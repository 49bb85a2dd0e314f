import { SendEmailCommand, SESv2Client, SESv2ServiceException } from '@aws-sdk/client-sesv2';
import type { Invite } from '../mail/invite.ts';
import type { Letter } from '../mail/render.ts';
import { MailRefused, MailThrottled, MailUnconfirmed } from '../../domain/steps/errors.ts';

export interface Mailer {
  readonly client: SESv2Client;
  readonly configurationSet: string;
}

/** Nothing is kept open between two mails. */
const ownConnection = { keepAlive: false };

/**
 * One try for each call: the service has no idempotency token, so the ledger decides about another. And a connection
 * for each: one that was kept may just be closed by the other side when it is used again, after a pause of the
 * function above all, and then nobody knows whether the mail was taken.
 */
export function openMailer(configurationSet: string): Mailer {
  const requestHandler = { httpAgent: ownConnection, httpsAgent: ownConnection };
  return { client: new SESv2Client({ maxAttempts: 1, requestHandler }), configurationSet };
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  readonly letter: Letter;
  /** The latest date for which it has something awaited. */
  readonly promises?: string | undefined;
  /** Ids only: they come back with every event about this mail. */
  readonly tags: Readonly<Record<string, string>>;
  readonly unsubscribeUrl?: string | undefined;
  readonly invite?: Invite | undefined;
}

/**
 * Hands a mail to SES and gives its message id.
 * @throws MailThrottled when SES takes no mail of ours just now: certainly not sent
 * @throws MailRefused when SES will never take this one: certainly not sent
 * @throws MailUnconfirmed when nobody knows whether it was sent
 */
export async function sendMail(mailer: Mailer, mail: Mail): Promise<string> {
  const { letter, invite, unsubscribeUrl } = mail;
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  try {
    const { MessageId } = await mailer.client.send(
      new SendEmailCommand({
        FromEmailAddress: mail.from,
        Destination: { ToAddresses: [mail.to] },
        ReplyToAddresses: [mail.replyTo],
        ConfigurationSetName: mailer.configurationSet,
        EmailTags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
        Content: {
          Simple: {
            Subject: utf8(letter.subject),
            Body: { Html: utf8(letter.html), Text: utf8(letter.text) },
            ...(unsubscribeUrl !== undefined && {
              // RFC 8058: both headers, and the second says that a POST alone is enough.
              Headers: [
                { Name: 'List-Unsubscribe', Value: `<${unsubscribeUrl}>` },
                { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
              ],
            }),
            ...(invite && {
              Attachments: [
                {
                  RawContent: Buffer.from(invite.content),
                  FileName: invite.fileName,
                  ContentType: invite.contentType,
                  ContentDisposition: 'ATTACHMENT',
                },
              ],
            }),
          },
        },
      }),
    );
    if (MessageId === undefined) throw new MailUnconfirmed();
    return MessageId;
  } catch (error) {
    throw meaningOf(error, mail);
  }
}

/** What SES says when it will not take this very mail. */
const aboutTheMail = new Set(['MessageRejected', 'BadRequestException']);

/**
 * Any other refusal is about the account, its quota, its identity or the function's permissions: every mail meets it
 * until it passes or somebody mends it, so it says nothing of this one.
 */
function meaningOf(error: unknown, { from }: Mail): unknown {
  if (!(error instanceof SESv2ServiceException)) return new MailUnconfirmed();
  const status = error.$metadata.httpStatusCode ?? 0;
  if (status < 400 || status >= 500) return new MailUnconfirmed();
  const ownIdentity = /not verified/i.test(error.message) && error.message.includes(from);
  return aboutTheMail.has(error.name) && !ownIdentity
    ? new MailRefused(error.name)
    : new MailThrottled(error.name);
}
