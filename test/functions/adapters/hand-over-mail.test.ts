import { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, it } from 'vitest';
import { withdraw } from '../../../domain/application/gate-changes.ts';
import { tellNewOwner } from '../../../functions/adapters/hand-over-mail.ts';
import { gateWrite, readGate } from '../../../functions/adapters/store/gates.ts';
import { handOverGate } from '../../../functions/adapters/store/hand-overs.ts';
import { keys } from '../../../functions/adapters/store/keys.ts';
import { intend, listMessages, recordSent } from '../../../functions/adapters/store/messages.ts';
import { queryByPrefix } from '../../../functions/adapters/store/query.ts';
import { commit } from '../../../functions/adapters/store/table.ts';
import { seedGate } from '../api/applications.ts';
import { useDesk } from '../api/recruiter/desk.ts';

const desk = useDesk();
const at = '2026-03-03T10:00:00.000Z';
const gateId = 'shortlist-1';
const links = { status: '', survey: '', unsubscribe: '', action: '' };
/** A mail service that nothing may reach in these tests. */
const client = new SESv2Client({ region: 'us-east-1', endpoint: 'http://127.0.0.1:1' });
const post = {
  mailer: { client, configurationSet: 'set' },
  from: 'us@example.com',
  replyTo: 'hr@example.com',
};

async function waiting(): Promise<string> {
  const id = await desk.anApplication();
  await seedGate(desk.table(), id, 'shortlist', '1');
  return id;
}

const hand = async (applicationId: string, owner: string) => {
  const { version } = await readGate(desk.table(), applicationId, gateId);
  const asked = { applicationId, gateId, owner, actor: 'ana-ruiz', at, expectedVersion: version };
  await handOverGate(desk.table(), asked);
};

/** What the stream hears of, in the order it was written. */
async function handOvers(id: string): Promise<string[]> {
  const items = await queryByPrefix(desk.table(), keys.application(id).pk, 'HAND-OVER#');
  return items.map(({ sk }) => String(sk).slice('HAND-OVER#'.length));
}

const tell = (id: string, handOverId: string | undefined) =>
  tellNewOwner(
    { table: desk.table(), post, linksOf: () => Promise.resolve(links) },
    id,
    handOverId ?? 'none',
  );

it('nobody is told what was given on, or back, before the stream came to it', async () => {
  const id = await waiting();
  await hand(id, 'tom-becker');
  const [first] = await handOvers(id);
  await hand(id, 'lin-zhao');
  expect(await handOvers(id)).toHaveLength(2);
  expect(await tell(id, first)).toBe('over');
  expect(await listMessages(desk.table(), id)).toEqual([]);
});

it('nobody is told what is settled by then, or erased', async () => {
  const id = await waiting();
  await hand(id, 'tom-becker');
  const [only] = await handOvers(id);
  const gate = await readGate(desk.table(), id, gateId);
  await commit(desk.table(), [gateWrite(desk.table(), gate, withdraw(gate, at), at)]);
  expect(await tell(id, only)).toBe('over');
  expect(await tell(id, '01JNBZ3V4W5X6Y7Z8A9B0C1D2E')).toBe('over');
  expect(await listMessages(desk.table(), id)).toEqual([]);
});

it('whoever was told is not told again when the stream comes twice', async () => {
  const id = await waiting();
  await hand(id, 'tom-becker');
  const [only] = await handOvers(id);
  const key = `decision-reminder.owner.${gateId}.${only}`;
  const entry = { applicationId: id, key, message: 'decision-reminder', to: 'owner', at } as const;
  await recordSent(desk.table(), await intend(desk.table(), entry), { sesMessageId: 'ses-1', at });
  expect(await tell(id, only)).toBe('told');
  expect(await listMessages(desk.table(), id)).toMatchObject([{ key, attempts: 0, status: 'sent' }]);
});
