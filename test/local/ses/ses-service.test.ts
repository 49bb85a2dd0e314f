import { DatabaseSync } from 'node:sqlite';
import {
  DeleteSuppressedDestinationCommand,
  GetEmailIdentityCommand,
  GetSuppressedDestinationCommand,
  ListContactListsCommand,
  PutSuppressedDestinationCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sesConfiguration } from '../../../local/ses/configuration.ts';
import type { BusEvent } from '../../../local/bus-event.ts';
import { createSes, type Ses } from '../../../local/ses/ses-service.ts';
import { clientOptions, type Served, serveService } from '../serve-service.ts';

const NOW = Date.parse('2026-03-02T09:30:00Z');
const resources = [
  {
    logicalId: 'Identity',
    type: 'AWS::SES::EmailIdentity',
    physicalId: 'shop.example',
    properties: { EmailIdentity: 'shop.example' },
  },
  {
    logicalId: 'Set',
    type: 'AWS::SES::ConfigurationSet',
    physicalId: 'hearback',
    properties: { Name: 'hearback' },
  },
  {
    logicalId: 'Destination',
    type: 'AWS::SES::ConfigurationSetEventDestination',
    physicalId: 'destination',
    properties: {
      ConfigurationSetName: 'hearback',
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint'],
        EventBridgeDestination: { EventBusArn: 'arn:aws:events:us-east-1:123456789012:event-bus/default' },
      },
    },
  },
];

const mailTo = (to: string, more: Partial<SendEmailCommandInput> = {}): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: 'Shopwithus <jobs@shop.example>',
    Destination: { ToAddresses: [to] },
    Content: { Simple: { Subject: { Data: 'We have your application' }, Body: { Text: { Data: 'Hello' } } } },
    ConfigurationSetName: 'hearback',
    ...more,
  });

describe('SES', () => {
  const database = new DatabaseSync(':memory:');
  const published: BusEvent[] = [];
  const reports: string[] = [];
  const create = (): Ses =>
    createSes({
      database,
      clock: { now: () => NOW },
      place: { account: '123456789012', region: 'us-east-1' },
      configuration: sesConfiguration(resources),
      publish: (event) => void published.push(event),
      report: (line) => void reports.push(line),
    });
  const ses = create();
  let served: Served;
  let client: SESv2Client;
  beforeAll(async () => {
    served = await serveService(ses);
    client = new SESv2Client(clientOptions(served));
  });
  afterAll(() => served.close());
  beforeEach(() => {
    published.length = 0;
    reports.length = 0;
  });
  const kinds = (): string[] => published.map((event) => event['detail-type']);

  it('keeps the whole mail, and keeps it over a restart', async () => {
    const calendar = Buffer.from('BEGIN:VCALENDAR');
    const { MessageId } = await client.send(
      mailTo('Julia <Julia@Example.com>', {
        ReplyToAddresses: ['ana@shop.example'],
        EmailTags: [{ Name: 'message', Value: 'interview-scheduled' }],
        Content: {
          Simple: {
            Subject: { Data: 'Your interview' },
            Body: { Text: { Data: 'Tuesday' }, Html: { Data: '<p>Tuesday</p>' } },
            Headers: [{ Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' }],
            Attachments: [{ FileName: 'interview.ics', ContentType: 'text/calendar', RawContent: calendar }],
          },
        },
      }),
    );
    const restarted = create().mails;
    expect(restarted.list({ to: 'julia@example.COM' })).toEqual([
      {
        id: MessageId,
        at: '2026-03-02T09:30:00.000Z',
        from: 'Shopwithus <jobs@shop.example>',
        to: ['Julia <Julia@Example.com>'],
        cc: [],
        bcc: [],
        replyTo: ['ana@shop.example'],
        subject: 'Your interview',
        text: 'Tuesday',
        html: '<p>Tuesday</p>',
        headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        tags: { message: 'interview-scheduled' },
        attachments: [{ fileName: 'interview.ics', contentType: 'text/calendar', size: 15 }],
        configurationSet: 'hearback',
        outcomes: { 'julia@example.com': 'delivered' },
      },
    ]);
    expect(restarted.attachment(MessageId ?? '', 0)?.content).toEqual(calendar);
    expect(restarted.list({ to: 'other@example.com' })).toEqual([]);
  });

  it('tells EventBridge of a send and a delivery, tags included', async () => {
    const { MessageId } = await client.send(
      mailTo('ok@example.com', { EmailTags: [{ Name: 'application', Value: '01J' }] }),
    );
    expect(kinds()).toEqual(['Email Sent', 'Email Delivered']);
    expect(published[1]).toMatchObject({
      source: 'aws.ses',
      time: '2026-03-02T09:30:00Z',
      resources: ['arn:aws:ses:us-east-1:123456789012:configuration-set/hearback'],
      detail: {
        eventType: 'Delivery',
        delivery: { recipients: ['ok@example.com'] },
        mail: { messageId: MessageId, tags: { application: ['01J'], 'ses:configuration-set': ['hearback'] } },
      },
    });
  });

  it.each([
    [
      'bounce',
      ['Email Sent', 'Email Bounced'],
      { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } },
    ],
    [
      'complaint',
      ['Email Sent', 'Email Delivered', 'Email Complaint Received'],
      { complaint: { complaintFeedbackType: 'abuse' } },
    ],
    ['suppressionlist', ['Email Sent', 'Email Bounced'], { bounce: { bounceSubType: 'Suppressed' } }],
    ['success', ['Email Sent', 'Email Delivered'], { delivery: {} }],
  ])('plays the mailbox simulator address %s@, labels too', async (mailbox, expected, detail) => {
    await client.send(mailTo(`${mailbox}+label@simulator.amazonses.com`));
    expect(kinds()).toEqual(expected);
    expect(published.at(-1)?.detail).toMatchObject(detail);
  });

  it('accepts mail to a suppressed address but lets it bounce, until the address is taken off', async () => {
    const EmailAddress = 'gone@example.com';
    await client.send(new PutSuppressedDestinationCommand({ EmailAddress, Reason: 'BOUNCE' }));
    const entry = await client.send(new GetSuppressedDestinationCommand({ EmailAddress }));
    expect(entry.SuppressedDestination).toMatchObject({ Reason: 'BOUNCE', LastUpdateTime: new Date(NOW) });
    await client.send(mailTo(EmailAddress));
    expect(published.at(-1)?.detail).toMatchObject({ bounce: { bounceSubType: 'OnAccountSuppressionList' } });
    expect(ses.mails.list({ to: EmailAddress }).at(-1)?.outcomes).toEqual({ [EmailAddress]: 'suppressed' });
    await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress }));
    await client.send(mailTo(EmailAddress));
    expect(kinds().at(-1)).toBe('Email Delivered');
    await expect(client.send(new GetSuppressedDestinationCommand({ EmailAddress }))).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  it.each([
    ['an unverified sender', 'MessageRejected', { FromEmailAddress: 'x@elsewhere.example' }],
    ['a lookalike domain', 'MessageRejected', { FromEmailAddress: 'x@evilshop.example' }],
    ['an unknown configuration set', 'NotFoundException', { ConfigurationSetName: 'none' }],
    [
      '51 recipients',
      'BadRequestException',
      { Destination: { ToAddresses: Array.from({ length: 51 }, (_, n) => `a${n}@b.example`) } },
    ],
    ['nobody', 'BadRequestException', { Destination: {} }],
    ['a recipient without domain', 'BadRequestException', { Destination: { ToAddresses: ['julia'] } }],
    ['a tag value with a space', 'BadRequestException', { EmailTags: [{ Name: 'a', Value: 'b c' }] }],
    ['raw content', 'BadRequestException', { Content: { Raw: { Data: Buffer.from('From: a') } } }],
    [
      'a header that breaks the line',
      'BadRequestException',
      {
        Content: {
          Simple: {
            Subject: { Data: 's' },
            Body: { Text: { Data: 't' } },
            Headers: [{ Name: 'X', Value: 'a\r\nBcc: b' }],
          },
        },
      },
    ],
  ])('refuses %s with %s', async (_, name, more) => {
    const before = ses.mails.list().length;
    await expect(client.send(mailTo('julia@example.com', more))).rejects.toMatchObject({ name });
    expect(ses.mails.list()).toHaveLength(before);
    expect(published).toEqual([]);
    const shown = reports.map((line) => line.split(': ', 2).join(': '));
    expect(shown).toEqual(name === 'NotFoundException' ? [] : [`SES refused local: ${name}`]);
  });

  it('knows verified identities only', async () => {
    const found = await client.send(new GetEmailIdentityCommand({ EmailIdentity: 'shop.example' }));
    expect(found).toMatchObject({ IdentityType: 'DOMAIN', VerifiedForSendingStatus: true });
    await expect(
      client.send(new GetEmailIdentityCommand({ EmailIdentity: 'a.example' })),
    ).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });

  it('refuses an operation it lacks, by its path', async () => {
    await expect(client.send(new ListContactListsCommand({}))).rejects.toThrow(
      'SES on this laptop has no GET /v2/email/contact-lists',
    );
  });

  it('asks IAM for the identity and the configuration set', () => {
    const body = Buffer.from(
      JSON.stringify({ FromEmailAddress: 'Jobs <jobs@shop.example>', ConfigurationSetName: 'hearback' }),
    );
    const caller = { name: 'send-message', roleArn: undefined };
    const path = '/v2/email/outbound-emails';
    const request = { method: 'POST', path, query: new URLSearchParams(), headers: {}, body, caller };
    const prefix = 'arn:aws:ses:us-east-1:123456789012';
    expect(ses.permissions(request)).toEqual([
      { action: 'ses:SendEmail', resource: `${prefix}:identity/shop.example` },
      { action: 'ses:SendEmail', resource: `${prefix}:configuration-set/hearback` },
    ]);
  });
});
