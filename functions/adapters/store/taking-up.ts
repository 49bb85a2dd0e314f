import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Application } from '../../../domain/application/application.ts';
import { currentRun } from '../../../domain/application/run.ts';
import { applicationWrite, findApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { keys, receivedQueue, workKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';

/**
 * The writes that have a stalled journey taken up again, none for one that is not. The item of the next run makes
 * the stream start it, as the application's own did the first time.
 */
export function takingUp(
  table: Table,
  application: Application,
  {
    at,
    by,
    ...change
  }: { readonly at: string; readonly by: string } & Parameters<typeof applicationWrite>[2],
): Write[] {
  const { applicationId, stalled } = application;
  if (!stalled) return [];
  const run = currentRun(application) + 1;
  return [
    applicationWrite(table, application, { ...change, run, stalled: null }, at),
    {
      Put: {
        TableName: table.name,
        Item: {
          ...keys.run(applicationId, run),
          ...workKeys(receivedQueue, at, `${applicationId}#${run}`),
          applicationId,
          run,
          at,
          by,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    eventWrite(table, { applicationId, at, type: 'JourneyTakenUp', actor: by, detail: { run } }),
  ];
}

/** Has a journey taken up again if it is stalled; false when it is not, or was erased. */
export function takeUp(
  table: Table,
  { applicationId, ...how }: { readonly applicationId: string; readonly at: string; readonly by: string },
): Promise<boolean> {
  return optimistically(table, 'the application', async () => {
    const application = await findApplication(table, applicationId);
    const writes = application ? takingUp(table, application, how) : [];
    return { writes, result: writes.length > 0 };
  });
}

/** Takes a run that has begun out of the queue of those that have not. */
export async function markBegun(table: Table, applicationId: string, run: number): Promise<void> {
  await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key: keys.run(applicationId, run),
      UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
      ConditionExpression: 'attribute_exists(pk)',
    }),
  );
}
