import * as z from 'zod';
import { erasure } from '../../../domain/erasure/erasure.ts';
import type { Erasure } from '../../../domain/erasure/erasure.ts';
import { applicationWrite, findApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { findItem } from './items.ts';
import { erasureQueue, keys, workKeys } from './keys.ts';
import type { Key } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { queryAll } from './query.ts';
import { commit, NotCommitted } from './table.ts';
import type { Table, Write } from './table.ts';

/** An erasure under way, or undefined when there is none (any more). */
export function findErasure(table: Table, applicationId: string): Promise<Erasure | undefined> {
  return findItem(table, keys.erasure(applicationId), erasure);
}

/**
 * Begins to erase an application: from this write on nobody finds it, and no mail leaves for it. What is erased
 * already, or being erased, stays so.
 * @throws Contended
 */
export function beginErasure(
  table: Table,
  applicationId: string,
  asked: Pick<Erasure, 'reason' | 'confirms'> & { readonly at: string },
): Promise<Erasure | undefined> {
  const { reason, confirms, at } = asked;
  return optimistically<Erasure | undefined>(table, 'the application', async () => {
    const application = await findApplication(table, applicationId);
    if (!application) return { writes: [], result: await findErasure(table, applicationId) };
    const { jobId, personHash, submittedAt } = application;
    const begun = { applicationId, jobId, personHash, submittedAt, reason, requestedAt: at, confirms };
    return {
      result: begun,
      writes: [
        applicationWrite(table, application, { erasing: at, queue: null }, at),
        {
          Put: {
            TableName: table.name,
            Item: {
              ...keys.erasure(applicationId),
              ...workKeys(erasureQueue, at, applicationId),
              ...erasure.parse(begun),
            },
          },
        },
      ],
    };
  });
}

const itemKey = z.object({ pk: z.string(), sk: z.string() });

/** The keys of everything that lies in a partition, read consistently. */
export async function listKeys(table: Table, pk: string): Promise<Key[]> {
  const found = await queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ProjectionExpression: 'pk, sk',
    ConsistentRead: true,
  });
  return found.map((item) => ({ ...itemKey.parse(item) }));
}

const most = 100;

/** Deletes items, as many at a time as a transaction takes. */
export async function deleteAll(table: Table, gone: readonly Key[]): Promise<void> {
  for (let from = 0; from < gone.length; from += most) {
    const writes = gone.slice(from, from + most).map((Key) => ({ Delete: { TableName: table.name, Key } }));
    await commit(table, writes);
  }
}

/**
 * The last write of an erasure: what is left of the application goes, the erasure is over, and an event says that
 * there was one, of nobody in particular. A second run of the same erasure changes nothing.
 */
export async function endErasure(
  table: Table,
  { applicationId, reason }: Erasure,
  left: readonly Key[],
  at: string,
): Promise<void> {
  const over: Write = {
    Delete: {
      TableName: table.name,
      Key: keys.erasure(applicationId),
      ConditionExpression: 'attribute_exists(pk)',
    },
  };
  try {
    await commit(table, [
      over,
      ...left.map((Key) => ({ Delete: { TableName: table.name, Key } })),
      eventWrite(table, {
        applicationId,
        at,
        type: 'ApplicationErased',
        actor: 'system',
        detail: { reason },
      }),
    ]);
  } catch (error) {
    if (!(error instanceof NotCommitted) || !error.refused(0)) throw error;
  }
}
