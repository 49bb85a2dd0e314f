import * as z from 'zod';
import type { Application } from '../../../domain/application/application.ts';
import { findApplication } from './applications.ts';
import { index, keys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { findPerson } from './people.ts';
import { queryAll, queryByPrefix } from './query.ts';
import { commit, NotCommitted } from './table.ts';
import type { Table } from './table.ts';

const named = z.object({ applicationId: z.string() });

/**
 * The applications of a person that are there and not being erased, oldest first. The index lags behind by moments;
 * the locks of the latest application for each job do not.
 */
export async function applicationsOf(table: Table, personHash: string): Promise<Application[]> {
  const { pk } = keys.person(personHash);
  const [indexed, locks] = await Promise.all([
    queryAll(table, {
      IndexName: index.person,
      KeyConditionExpression: 'gsi2pk = :person AND begins_with(gsi2sk, :application)',
      ExpressionAttributeValues: { ':person': pk, ':application': 'APP#' },
    }),
    queryByPrefix(table, pk, 'OPEN#'),
  ]);
  const ids = new Set([...indexed, ...locks].map((item) => named.parse(item).applicationId));
  const found = await Promise.all([...ids].map((id) => findApplication(table, id)));
  return found
    .filter((application) => application !== undefined)
    .sort((one, other) => (one.submittedAt < other.submittedAt ? -1 : 1));
}

/** Lets the person apply for the job anew: the lock of an application that is being erased goes. */
export async function unlockJob(
  table: Table,
  { applicationId, personHash, jobId }: Pick<Application, 'applicationId' | 'personHash' | 'jobId'>,
): Promise<void> {
  try {
    await commit(table, [
      {
        Delete: {
          TableName: table.name,
          Key: keys.openApplication(personHash, jobId),
          ConditionExpression: 'applicationId = :id',
          ExpressionAttributeValues: { ':id': applicationId },
        },
      },
    ]);
  } catch (error) {
    // None, or that of a later application for the same job.
    if (!(error instanceof NotCommitted) || !error.refused(0)) throw error;
  }
}

/**
 * Erases what is known of a person across applications, once none of them is left. Somebody who applies at the same
 * moment is known again, or still.
 * @throws Contended
 */
export function erasePersonWithoutApplications(table: Table, personHash: string): Promise<boolean> {
  return optimistically<boolean>(table, 'the person', async () => {
    const person = await findPerson(table, personHash);
    if (!person || (await applicationsOf(table, personHash)).length > 0) return { writes: [], result: false };
    return {
      result: true,
      writes: [
        {
          Delete: {
            TableName: table.name,
            Key: keys.person(personHash),
            ConditionExpression: '#version = :read',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':read': person.version },
          },
        },
        // That of a code whose time was over, and that they came by somebody's link.
        { Delete: { TableName: table.name, Key: keys.liveOffer(personHash) } },
        { Delete: { TableName: table.name, Key: keys.referred(personHash) } },
      ],
    };
  });
}
