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
beforeEach(async () => {
  connections = new Set();
  server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ MessageId: 'ses-1' }));
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
