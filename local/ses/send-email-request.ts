import * as z from 'zod';
import { checkAddress } from './address.ts';
import { badRequest } from './errors.ts';

// Limits: https://docs.aws.amazon.com/ses/latest/dg/quotas.html and the API reference of SendEmail (v2).
const MAX_RECIPIENTS = 50;
const MAX_MESSAGE_BYTES = 40 * 1024 * 1024;
const MAX_HEADERS = 15;

const content = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const tagText = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[A-Za-z0-9_-]+$/, 'only ASCII letters, digits, underscore and dash');
const addresses = z.array(z.string()).default([]);

const header = z
  .strictObject({
    Name: z
      .string()
      .max(126)
      .regex(/^[!-9;-~]+$/),
    Value: z
      .string()
      .max(995)
      .regex(/^[\x20-\x7e]*$/, 'only printable ASCII'),
  })
  .refine(({ Name, Value }) => Name.length + Value.length <= 996, 'name and value exceed 996 characters');

const attachment = z.strictObject({
  RawContent: z.base64(),
  FileName: z.string().min(1),
  ContentType: z.string().optional(),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).optional(),
  ContentDescription: z.string().optional(),
  ContentId: z.string().optional(),
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).optional(),
});

const request = z.strictObject({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  ReplyToAddresses: addresses,
  ConfigurationSetName: z.string().optional(),
  EmailTags: z.array(z.strictObject({ Name: tagText, Value: tagText })).default([]),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: content,
      Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
      Headers: z.array(header).max(MAX_HEADERS).default([]),
      Attachments: z.array(attachment).default([]),
    }),
  }),
});

export type SendEmailRequest = z.output<typeof request>;

/** Headers SES writes itself; a caller's own value is refused. */
const RESERVED = new Set(
  [
    'From',
    'To',
    'Cc',
    'Bcc',
    'Subject',
    'Reply-To',
    'Return-Path',
    'Sender',
    'Date',
    'Message-ID',
    'MIME-Version',
    'Content-Type',
  ].map((name) => name.toLowerCase()),
);

/** All addresses a request goes to, in order: To, Cc, Bcc. */
export function recipientsOf(destination: SendEmailRequest['Destination']): string[] {
  return [...destination.ToAddresses, ...destination.CcAddresses, ...destination.BccAddresses];
}

/**
 * Parses the body of `POST /v2/email/outbound-emails`. Only Simple content is understood; Raw and Template
 * are refused by name. Throws `BadRequestException` with every fault found.
 */
export function parseSendEmail(body: unknown): SendEmailRequest {
  const parsed = request.safeParse(body);
  if (!parsed.success) {
    throw badRequest(z.prettifyError(parsed.error));
  }
  const mail = parsed.data;
  const recipients = recipientsOf(mail.Destination);
  if (recipients.length === 0) {
    throw badRequest('Missing required parameter: Destination has no recipient');
  }
  if (recipients.length > MAX_RECIPIENTS) {
    throw badRequest(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  }
  [mail.FromEmailAddress, ...recipients, ...mail.ReplyToAddresses].forEach(checkAddress);
  const { Body, Headers, Attachments } = mail.Content.Simple;
  if (Body.Text === undefined && Body.Html === undefined) {
    throw badRequest('Missing required parameter: Body has neither Text nor Html');
  }
  const reserved = Headers.find(({ Name }) => RESERVED.has(Name.toLowerCase()));
  if (reserved !== undefined) {
    throw badRequest(`Header ${reserved.Name} cannot be set`);
  }
  const bytes = [Body.Text?.Data, Body.Html?.Data, ...Attachments.map(({ RawContent }) => RawContent)]
    .map((part) => Buffer.byteLength(part ?? ''))
    .reduce((sum, length) => sum + length, 0);
  if (bytes > MAX_MESSAGE_BYTES) {
    throw badRequest(`Message length is more than ${MAX_MESSAGE_BYTES} bytes long`);
  }
  return mail;
}
