import { DatabaseSync } from 'node:sqlite';
import { createControlPage } from '../../../local/page/control-page.ts';
import type { LocalHandler, LocalReply } from '../../../local/rest/exchange.ts';
import { createFront } from '../../../local/rest/front.ts';
import { sesConfiguration } from '../../../local/ses/configuration.ts';
import type { MailStore } from '../../../local/ses/mail-store.ts';
import { parseSendEmail } from '../../../local/ses/send-email-request.ts';
import { sendEmail } from '../../../local/ses/send-email.ts';
import { createSes } from '../../../local/ses/ses-service.ts';

const HOUR = 3_600_000;
const STARTED = Date.parse('2026-03-02T09:30:00Z');

export interface Laptop {
  readonly origin: string;
  readonly page: LocalHandler;
  readonly mails: MailStore;
  /** Bodies of the steps the page asked for. */
  readonly steps: unknown[];
  close(): Promise<void>;
}

const json = (body: unknown): LocalReply => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const execution = (name: string, machine: string, more: object) => ({
  arn: `arn:aws:states:us-east-1:123456789012:execution:${machine}:${name}`,
  name,
  machine,
  status: 'RUNNING',
  startDate: new Date(STARTED - HOUR).toISOString(),
  currentStates: [],
  ...more,
});

/** The control page before a small control API: three mails, three executions, a clock that jumps. */
export async function startLaptop(): Promise<Laptop> {
  let now = STARTED;
  const steps: unknown[] = [];
  const resources = [
    {
      logicalId: 'Identity',
      type: 'AWS::SES::EmailIdentity',
      physicalId: 'i',
      properties: { EmailIdentity: 'shop.example' },
    },
  ];
  const clock = { now: () => now };
  const place = { account: '123456789012', region: 'us-east-1' };
  const configuration = sesConfiguration(resources);
  const publish = () => {};
  const ses = createSes({ database: new DatabaseSync(':memory:'), clock, place, configuration, publish });
  const send = (to: string, subject: string, message: string, more: object = {}): string =>
    sendEmail(
      { clock, place, configuration, mails: ses.mails, suppressions: ses.suppressions, publish },
      parseSendEmail({
        FromEmailAddress: '=?utf-8?Q?Ana_Ru=C3=ADz?= <jobs@shop.example>',
        Destination: { ToAddresses: [to] },
        EmailTags: [{ Name: 'message', Value: message }],
        Content: {
          Simple: {
            Subject: { Data: subject },
            Body: {
              Text: { Data: `Hello,\n\n${subject}.\n\nAna` },
              Html: {
                Data: `<!doctype html><html><head><style>h1{color:rgb(1,2,3)}</style></head><body><h1>${subject}</h1><p>You will know by Wednesday 4 March, 09:30. <a href="https://shop.example/follow">Follow application</a></p><img src="https://elsewhere.example/pixel.png"><script>document.body.textContent = 'script ran'</script></body></html>`,
              },
            },
            ...more,
          },
        },
      }),
    );
  send('Julia Perez <julia@example.com>', 'We have your application: Sales assistant', 'acknowledgement');
  send('bounce@simulator.amazonses.com', 'Reminder: decide on Julia', 'reminder');
  send('Julia Perez <julia@example.com>', 'Your interview: Tuesday 10 March, 14:00', 'interview-scheduled', {
    Headers: [{ Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' }],
    Attachments: [
      {
        FileName: 'interview.ics',
        ContentType: 'text/calendar',
        RawContent: Buffer.from('BEGIN:VCALENDAR').toString('base64'),
      },
    ],
  });
  const executions = [
    execution('01JQ6V0A', 'candidate-journey', { currentStates: ['Decide on the shortlist'] }),
    execution('01JQ6V0A-shortlist', 'keep-promise', {
      currentStates: ['Wait for the first reminder', 'Wait for an answer'],
      nextDue: new Date(STARTED + 23 * HOUR).toISOString(),
    }),
    execution('01JQ6T11', 'candidate-journey', {
      status: 'SUCCEEDED',
      stopDate: new Date(STARTED - HOUR / 2).toISOString(),
    }),
  ];
  const page = createControlPage({
    mails: ses.mails,
    about: () => ({
      staff: [
        { userName: 'ana', name: 'Ana Ruíz', email: 'ana@shop.example', groups: ['recruiter', 'lead'] },
      ],
      apiKeys: [{ name: 'shop', value: 'shop-key-0123456789abcdef' }],
      links: [{ title: 'Careers page', href: '/' }],
    }),
  });
  const control: LocalHandler = async ({ method, path, body }) => {
    switch (`${method} ${path}`) {
      case 'GET /_local/health':
        return json({ status: 'ok', now: new Date(now).toISOString(), mode: 'virtual' });
      case 'GET /_local/mail':
        return json(ses.mails.list());
      case 'GET /_local/executions':
        return json(executions);
      case 'GET /_local/denied':
        return json([
          {
            at: new Date(STARTED).toISOString(),
            caller: 'SendMessage',
            roleArn: 'arn:aws:iam::123456789012:role/send',
            action: 'ses:SendEmail',
            resource: 'arn:aws:ses:us-east-1:123456789012:identity/shop.example',
            message: 'no policy allows it',
          },
        ]);
      case 'GET /_local/dead-letters':
        return json([]);
      case 'POST /_local/clock/advance':
        steps.push(JSON.parse(body.toString('utf8')));
        now += 24 * HOUR;
        return json({ now: new Date(now).toISOString(), fired: 2 });
      default:
        return undefined;
    }
  };
  const front = createFront({
    api: { handle: async () => ({ status: 404, body: '' }) },
    signIn: { prefix: '/_local/oidc', handle: async () => {} },
    local: [page, control],
    site: async () => ({ status: 200, body: 'site' }),
    report: (fault) => {
      throw new Error(fault);
    },
  });
  return { origin: await front.listen(0), page, mails: ses.mails, steps, close: () => front.close() };
}
