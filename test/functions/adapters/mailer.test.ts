import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openMailer, sendMail } from '../../../functions/adapters/mailer.ts';

const mail = {
  from: 'careers@shop.example',
  to: 'julia@example.com',
  replyTo: 'people@shop.example',
  letter: { subject: 'Hello', preheader: '', html: '<p>Hello</p>', text: 'Hello' },
  tags: {},
};

let server: Server;
let connections: Set<Socket>;
let refusal: { status: number; name: string; message: string } | undefined;
beforeEach(async () => {
  connections = new Set();
  refusal = undefined;
  server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (refusal) {
      response.statusCode = refusal.status;
      response.setHeader('x-amzn-errortype', refusal.name);
    }
    response.end(JSON.stringify(refusal ? { message: refusal.message } : { MessageId: 'ses-1' }));
  });
  server.on('connection', (connection: Socket) => connections.add(connection));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
  vi.stubEnv('AWS_ENDPOINT_URL_SESV2', `http://127.0.0.1:${port}`);
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

test('each mail has a connection of its own: a kept one may be closed in the moment it is used again', async () => {
  const mailer = openMailer('prod');
  expect(await sendMail(mailer, mail)).toBe('ses-1');
  expect(await sendMail(mailer, mail)).toBe('ses-1');
  expect(connections.size).toBe(2);
});

const unverified = (identity: string) =>
  `Email address is not verified. The following identities failed the check in region US-EAST-1: ${identity}`;

test.each([
  [400, 'MessageRejected', 'Address contains illegal characters', 'MailRefused'],
  [400, 'BadRequestException', 'Local address contains control or whitespace', 'MailRefused'],
  [400, 'MessageRejected', unverified(mail.to), 'MailRefused'],
  [400, 'MessageRejected', unverified(mail.from), 'MailThrottled'],
  [429, 'TooManyRequestsException', 'Maximum sending rate exceeded', 'MailThrottled'],
  [400, 'AccountSuspendedException', 'Sending suspended for this account', 'MailThrottled'],
  [400, 'SendingPausedException', 'Sending paused for this account', 'MailThrottled'],
  [400, 'MailFromDomainNotVerifiedException', 'Not verified', 'MailThrottled'],
  [404, 'NotFoundException', 'Configuration set <prod> does not exist.', 'MailThrottled'],
  [403, 'AccessDeniedException', 'User is not authorized to perform ses:SendEmail', 'MailThrottled'],
  [500, 'InternalServiceErrorException', 'Internal failure', 'MailUnconfirmed'],
])('%i %s (%s) is %s', async (status, name, message, meaning) => {
  refusal = { status, name, message };
  await expect(sendMail(openMailer('prod'), mail)).rejects.toMatchObject({ name: meaning });
});
