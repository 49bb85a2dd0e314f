import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { keys } from '../../../../functions/adapters/store/keys.ts';
import {
  advance,
  findMessage,
  intend,
  recordHeldBack,
  recordSent,
} from '../../../../functions/adapters/store/messages.ts';
import { cancelling } from '../../cancelling.ts';
import { useTable } from '../../dynamodb.ts';
import { seedApplication } from '../../api/applications.ts';

const table = useTable();
const at = '2026-03-02T09:00:00.250Z';
const taken = { sesMessageId: 'ses-1', at };

/** A message of an application that has just been handed to the mail service. */
async function sending(applicationId: string) {
  await seedApplication(table(), applicationId, 'baker');
  const entry = {
    applicationId,
    key: 'invitation.candidate.1',
    message: 'invitation',
    to: 'candidate',
  } as const;
  const intent = await intend(table(), { ...entry, at });
  return advance(table(), intent, { status: 'sending', attempts: 1, sendingAt: at });
}

const eventsOf = async (applicationId: string) =>
  (await listEvents(table(), applicationId)).map(({ type }) => type);

describe('what became of a message', () => {
  it('is written down again when the service’s own report met it at the item', async () => {
    const entry = await sending('01KDVDNA00K641QW9P9RW517XA');
    const came = cancelling(table(), 2);
    await recordSent(table(), entry, taken);
    expect(came()).toBe(3);
    expect(await findMessage(table(), entry.applicationId, entry.key)).toMatchObject({ status: 'sent' });
    expect(await eventsOf(entry.applicationId)).toEqual(['MessageSent']);
  });

  it('leaves nothing of one that was erased while it was on its way', async () => {
    const entry = await sending('01KDVDNA00K641QW9P9RW517XB');
    const Key = keys.message(entry.applicationId, entry.key);
    await table().client.send(new DeleteCommand({ TableName: table().name, Key }));
    await recordSent(table(), entry, taken);
    await recordHeldBack(table(), entry, 'withdrawn', at);
    expect(await findMessage(table(), entry.applicationId, entry.key)).toBeUndefined();
    expect(await eventsOf(entry.applicationId)).toEqual([]);
  });

  it('is said once: what was sent is not held back any more', async () => {
    const entry = await sending('01KDVDNA00K641QW9P9RW517XC');
    await recordSent(table(), entry, taken);
    await recordSent(table(), entry, taken);
    await recordHeldBack(table(), entry, 'withdrawn', at);
    expect(await findMessage(table(), entry.applicationId, entry.key)).toMatchObject({ status: 'sent' });
    expect(await eventsOf(entry.applicationId)).toEqual(['MessageSent']);
  });
});
