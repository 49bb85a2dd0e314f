import { withoutKeys } from '../../../domain/links/without-keys.ts';
import { ledgerEntry } from '../../../domain/messages/ledger.ts';
import type { LedgerEntry } from '../../../domain/messages/ledger.ts';
import { Contended } from '../../../domain/steps/errors.ts';
import { notErased } from './applications.ts';
import { eventWrite } from './events.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { queryByPrefix } from './query.ts';
import { commit, NotCommitted } from './table.ts';
import type { Table, Write } from './table.ts';

/** One entry of the ledger, or undefined when nobody has meant to send it. */
export function findMessage(
  table: Table,
  applicationId: string,
  key: string,
): Promise<LedgerEntry | undefined> {
  return findItem(table, keys.message(applicationId, key), ledgerEntry);
}

/** The ledger of an application: what was sent, to whom, when, and what became of it. */
export async function listMessages(table: Table, applicationId: string): Promise<LedgerEntry[]> {
  const { pk } = keys.application(applicationId);
  return (await queryByPrefix(table, pk, 'MESSAGE#')).map((item) => ledgerEntry.strip().parse(item));
}

/** What is known of a message before it is sent. */
export type Intended = Pick<LedgerEntry, 'applicationId' | 'key' | 'message' | 'to' | 'questionId'> & {
  readonly at: string;
};

/**
 * Writes down the intent to send; gives the entry as it stands when it was written down before.
 * @throws Contended also when the application was erased since it was read: nothing may come to lie behind an erasure
 */
export function intend(table: Table, entry: Intended): Promise<LedgerEntry> {
  const { at, ...what } = entry;
  const { applicationId, key } = what;
  const intent: LedgerEntry = { ...what, status: 'intent', attempts: 0, waits: 0, intendedAt: at };
  return optimistically(table, 'the message', async () => {
    const before = await findMessage(table, applicationId, key);
    if (before) return { writes: [], result: before };
    return {
      result: intent,
      writes: [
        {
          Put: {
            TableName: table.name,
            Item: { ...keys.message(applicationId, key), ...intent },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        ...unlessErased(table, intent),
      ],
    };
  });
}

/** Nothing is to be sent once the application is being erased, but the word that it was. */
function unlessErased(table: Table, { message, applicationId }: LedgerEntry): Write[] {
  return message === 'erasure-confirmed' ? [] : [notErased(table, applicationId)];
}

type Change = Partial<
  Pick<LedgerEntry, 'status' | 'attempts' | 'waits' | 'sendingAt' | 'letter' | 'promises' | 'seen'>
>;

/**
 * Moves an entry on, from exactly the state it was read in: of two senders one wins. Its letter is kept without the
 * keys of its links: others read it than the one whom a key lets act, such as whoever applied with somebody's address.
 * @throws Contended for the other
 */
export async function advance(table: Table, read: LedgerEntry, change: Change): Promise<LedgerEntry> {
  const names: Record<string, string> = { '#status': 'status', '#attempts': 'attempts' };
  const values: Record<string, unknown> = { ':readStatus': read.status, ':readAttempts': read.attempts };
  const { letter } = change;
  const kept: Change = letter
    ? { ...change, letter: { ...letter, html: withoutKeys(letter.html), text: withoutKeys(letter.text) } }
    : change;
  const set = Object.entries(kept).map(([name, value]) => {
    names[`#${name}`] = name;
    values[`:${name}`] = value;
    return `#${name} = :${name}`;
  });
  const checks = change.status === 'sending' ? unlessErased(table, read) : [];
  try {
    await commit(table, [
      {
        Update: {
          TableName: table.name,
          Key: keys.message(read.applicationId, read.key),
          UpdateExpression: `SET ${set.join(', ')}`,
          ConditionExpression: '#status = :readStatus AND #attempts = :readAttempts',
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
        },
      },
      ...checks,
    ]);
  } catch (error) {
    if (error instanceof NotCommitted && error.contended) throw new Contended('the message');
    throw error;
  }
  return { ...read, ...kept };
}

/** Writes down that the mail service took a message, and tells the audit trail. */
export function recordSent(
  table: Table,
  entry: LedgerEntry,
  { sesMessageId, at }: { sesMessageId: string; at: string },
): Promise<void> {
  const { applicationId, key, message, to } = entry;
  return conclude(table, entry, [
    {
      Update: {
        TableName: table.name,
        Key: keys.message(applicationId, key),
        UpdateExpression: 'SET #status = :sent, sentAt = :at, sesMessageId = :id',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':sent': 'sent', ':at': at, ':id': sesMessageId },
      },
    },
    eventWrite(table, {
      applicationId,
      at,
      type: 'MessageSent',
      actor: 'system',
      detail: { message, to, key },
    }),
  ]);
}

/** Writes down that a message is never sent, and why. */
export function recordHeldBack(table: Table, entry: LedgerEntry, why: string, at: string): Promise<void> {
  const { applicationId, key, message, to } = entry;
  return conclude(table, entry, [
    {
      Update: {
        TableName: table.name,
        Key: keys.message(applicationId, key),
        UpdateExpression: 'SET #status = :heldBack',
        ConditionExpression: 'attribute_exists(pk) AND #status <> :sent',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':heldBack': 'held-back', ':sent': 'sent' },
      },
    },
    eventWrite(table, {
      applicationId,
      at,
      type: 'MessageSuppressed',
      actor: 'system',
      detail: { message, to, key, why },
    }),
  ]);
}

/**
 * Writes down how a message ended, unless that is known. The mail service's first report may come at the same moment
 * and meet it at the item: then it is written again. Of a message that was erased meanwhile nothing comes back.
 */
function conclude(
  table: Table,
  { applicationId, key }: LedgerEntry,
  writes: readonly Write[],
): Promise<void> {
  return optimistically<void>(table, 'the message', async () => {
    const standing = await findMessage(table, applicationId, key);
    const isOver = standing === undefined || standing.status === 'sent';
    return { writes: isOver ? [] : writes, result: undefined };
  });
}

const knows = ['sent', 'delivered', 'bounced', 'complained', 'rejected'] as const;

/**
 * The write that notes what the mail service saw; refused when the same or something later is known already.
 * Reports arrive in any order, so a `sent` never hides a `bounced`.
 */
export function seenWrite(
  table: Table,
  { applicationId, key }: LedgerEntry,
  seen: (typeof knows)[number],
): Write {
  const earlier = knows.slice(0, knows.indexOf(seen));
  const values: Record<string, unknown> = { ':seen': seen };
  const known = earlier.map((name, position) => {
    values[`:earlier${position}`] = name;
    return `seen = :earlier${position}`;
  });
  return {
    Update: {
      TableName: table.name,
      Key: keys.message(applicationId, key),
      UpdateExpression: 'SET seen = :seen',
      ConditionExpression: `attribute_exists(pk) AND (${['attribute_not_exists(seen)', ...known].join(' OR ')})`,
      ExpressionAttributeValues: values,
    },
  };
}
