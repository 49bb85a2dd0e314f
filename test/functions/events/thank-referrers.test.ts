import { SESv2Client } from '@aws-sdk/client-sesv2';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it } from 'vitest';
import { intakeApi } from '../../../domain/api/intake.ts';
import { suppressed } from '../../../domain/people/suppressed.ts';
import { readApplication } from '../../../functions/adapters/store/applications.ts';
import { keys } from '../../../functions/adapters/store/keys.ts';
import { advance, intend, listMessages } from '../../../functions/adapters/store/messages.ts';
import { changePerson } from '../../../functions/adapters/store/people.ts';
import { giveReferralCode, listUnthanked } from '../../../functions/adapters/store/referrals.ts';
import { thankAll } from '../../../functions/events/thank-referrers.ts';
import { intakeOver, submissionOf } from '../api/intake/intake.ts';
import { seedJob, seedSettings } from '../api/seed.ts';
import { useTable } from '../dynamodb.ts';

const table = useTable();
const intake = intakeOver(table);
const at = '2026-03-02T09:00:00.250Z';
const tomorrow = '2026-03-03T10:00:00.000Z';
/** A mail service that nothing may reach in these tests. */
const client = new SESv2Client({ region: 'us-east-1', endpoint: 'http://127.0.0.1:1' });
const links = { status: '', survey: '', unsubscribe: '', action: '' };

beforeAll(async () => {
  await seedSettings(table());
  await seedJob(table(), 'baker');
});
const run = () =>
  thankAll(
    {
      table: table(),
      mailer: { client, configurationSet: 'none' },
      linksOf: () => Promise.resolve(links),
      from: 'thanks@shop.example',
      replyTo: 'people@shop.example',
    },
    tomorrow,
  );

async function applies(email: string, changes: object = {}) {
  const body = submissionOf('baker', email, changes);
  const answer = await intake({ method: 'POST', path: '/api/applications', body, at });
  const { applicationId } = intakeApi.apply.reply.body.parse(JSON.parse(answer.body));
  return readApplication(table(), applicationId);
}

/** Somebody whose friend has applied. */
async function credited(name: string) {
  const referrer = await applies(`${name}@example.com`, {
    candidate: { name, email: `${name}@example.com` },
    consents: { offers: true },
  });
  const ref = await giveReferralCode(table(), referrer, at);
  await applies(`friend.of.${name}@example.com`, { ref });
  const [credit] = await listUnthanked(table(), tomorrow, 1);
  return { ...referrer, key: `referral-thanks.candidate.${credit?.creditId}` };
}

const statuses = async (applicationId: string) =>
  (await listMessages(table(), applicationId)).map(({ message, status }) => `${message} ${status}`);

it('forgets whoever was erased', async () => {
  const { applicationId } = await credited('erased');
  await table().client.send(
    new DeleteCommand({ TableName: table().name, Key: keys.application(applicationId) }),
  );
  expect(await run()).toEqual({ thanked: 1, failed: 0 });
  expect(await statuses(applicationId)).toEqual([]);
  expect(await listUnthanked(table(), tomorrow, 10)).toEqual([]);
});

it('holds thanks back from an address that bounced in the meantime', async () => {
  const { applicationId, personHash } = await credited('bounced');
  await changePerson(table(), personHash, (person) => suppressed(person, 'bounced', at));
  expect(await run()).toEqual({ thanked: 1, failed: 0 });
  expect(await statuses(applicationId)).toEqual(['referral-thanks held-back']);
});

it('never tries again what may have gone out, and keeps nobody else waiting for it', async () => {
  const { applicationId, key } = await credited('unsure');
  const entry = { applicationId, key, message: 'referral-thanks', to: 'candidate', at } as const;
  await advance(table(), await intend(table(), entry), { status: 'sending', attempts: 1, sendingAt: at });
  const { applicationId: other } = await credited('after');
  await table().client.send(new DeleteCommand({ TableName: table().name, Key: keys.application(other) }));
  expect(await run()).toEqual({ thanked: 1, failed: 1 });
  expect(await listUnthanked(table(), tomorrow, 10)).toHaveLength(1);
  for (const day of [2, 3, 4]) {
    expect(await run(), `day ${day}`).toEqual({ thanked: 0, failed: 1 });
  }
  expect(await listUnthanked(table(), tomorrow, 10)).toEqual([]);
  expect(await statuses(applicationId)).toEqual(['referral-thanks sending']);
});
