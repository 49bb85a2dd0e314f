import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isPlainWait } from '../../../domain/application/gate.ts';
import { gate as gateSchema } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem } from './items.ts';
import { keys, sweepKeys, workKeys } from './keys.ts';
import { queryByPrefix } from './query.ts';
import type { Table, Write } from './table.ts';

/** Reads a gate, or undefined when it was never opened. */
export function findGate(table: Table, applicationId: string, id: string): Promise<Gate | undefined> {
  return findItem(table, keys.gate(applicationId, id), gateSchema);
}

/**
 * Reads a gate that must exist.
 * @throws NotFound
 */
export async function readGate(table: Table, applicationId: string, id: string): Promise<Gate> {
  const found = await findGate(table, applicationId, id);
  if (!found) throw new NotFound('the gate');
  return found;
}

/** All gates of an application, in the order of their ids. */
export async function listGates(table: Table, applicationId: string): Promise<Gate[]> {
  return (await queryByPrefix(table, keys.application(applicationId).pk, 'GATE#')).map((item) =>
    gateSchema.strip().parse(item),
  );
}

/** Somebody still has to act. */
const isOwed = ({ status, kind }: Gate): boolean => status === 'pending' && !isPlainWait(kind);

/** Its own machine has closed it, by the timer or once a decision was final: nobody need be told. */
const isKnown = ({ status, settledBy }: Gate): boolean => status === 'closed' && settledBy !== 'candidate';

/**
 * Pending gates stand in the worklist of their kind, those that somebody else than the machine has changed in the queue
 * of machines to be woken.
 */
function queueKeys(gate: Gate, at: string): { gsi1pk: string | undefined; gsi1sk: string | undefined } {
  const id = `${gate.applicationId}#${gate.gateId}`;
  if (isOwed(gate)) return workKeys(gate.kind, gate.due, id);
  return isKnown(gate) ? { gsi1pk: undefined, gsi1sk: undefined } : sweepKeys(at, id);
}

/** The write that opens a gate, refused when it is there already. */
export function gateCreation(table: Table, gate: Gate): Write {
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.gate(gate.applicationId, gate.gateId),
        ...gateSchema.parse(gate),
        ...(isOwed(gate) && queueKeys(gate, gate.openedAt)),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

const changing = [
  'status',
  'version',
  'due',
  'owner',
  'handedOver',
  'rung',
  'rungs',
  'holdUntil',
  'outcome',
  'settledBy',
  'kept',
  'closedAt',
  'decision',
] as const;

/**
 * The write that turns the gate as it was read into what it is to become. It leaves the task token alone:
 * a machine may store one at any moment. Refused when the gate has changed since it was read.
 */
export function gateWrite(table: Table, read: Gate, next: Gate, at: string): Write {
  const names: Record<string, string> = {};
  const values: Record<string, unknown> = { ':readVersion': read.version, ':readRung': read.rung };
  const set: string[] = [];
  const remove: string[] = [];
  const assign = (name: string, value: unknown): void => {
    names[`#${name}`] = name;
    if (value === undefined) {
      remove.push(`#${name}`);
    } else {
      values[`:${name}`] = value;
      set.push(`#${name} = :${name}`);
    }
  };
  for (const name of changing) assign(name, next[name]);
  for (const [name, value] of Object.entries(queueKeys(next, at))) assign(name, value);
  return {
    Update: {
      TableName: table.name,
      Key: keys.gate(read.applicationId, read.gateId),
      UpdateExpression: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
      ConditionExpression: '#version = :readVersion AND #rung = :readRung',
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}

/** Stores the task token of the machine that waits, and gives the gate as it is at that moment. */
export async function storeToken(
  table: Table,
  applicationId: string,
  id: string,
  token: string,
): Promise<Gate> {
  const { Attributes } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.gate(applicationId, id),
      UpdateExpression: 'SET #token = :token',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#token': 'token' },
      ExpressionAttributeValues: { ':token': token },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return gateSchema.strip().parse(Attributes);
}

/** Takes a gate out of the queue of machines to be woken, unless it has changed again meanwhile. */
export async function markWoken(table: Table, gate: Gate): Promise<void> {
  if (isOwed(gate)) return;
  await table.client
    .send(
      new UpdateCommand({
        TableName: table.name,
        Key: keys.gate(gate.applicationId, gate.gateId),
        UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': gate.version },
      }),
    )
    .catch((error: unknown) => {
      // Changed again: by somebody who wakes the machine, so the entry is rightly still there; or by the machine itself.
      if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
    });
}
