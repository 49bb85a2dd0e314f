import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Application } from '../../../domain/application/application.ts';
import { currentRun, firstRun, runName } from '../../../domain/application/run.ts';
import { taskIdOf } from '../../../domain/tasks/task.ts';
import type { Done } from '../../../domain/tasks/task.ts';
import { applicationWrite, findApplication } from './applications.ts';
import type { ApplicationChange } from './applications.ts';
import { eventWrite } from './events.ts';
import { keys, sweepKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { restingPlace } from './retention.ts';
import type { Table, Write } from './table.ts';
import { findTask, finishing } from './tasks.ts';

/**
 * The writes that have a stalled journey taken up again, none for one that is not: HR's task is done with it. The item
 * of the next run makes the stream start it, as the application's own did the first time. `change` is what becomes of
 * the application besides.
 */
export async function takingUp(
  table: Table,
  application: Application,
  done: Done,
  change: ApplicationChange = {},
): Promise<Write[]> {
  const { applicationId, stalled } = application;
  if (!stalled) return [];
  const { at, by } = done;
  const before = currentRun(application);
  const run = before + 1;
  const task = await findTask(table, applicationId, taskIdOf('attention', runName(applicationId, before)));
  return [
    applicationWrite(
      table,
      application,
      { ...change, run, stalled: null, queue: restingPlace(application) },
      at,
    ),
    {
      Put: {
        TableName: table.name,
        Item: {
          ...keys.run(applicationId, run),
          ...sweepKeys(at, `${applicationId}#${run}`),
          applicationId,
          run,
          at,
          by,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    // Nobody begins the run before any more, whether it had begun or not.
    ...(before === firstRun ? [] : [{ Update: begun(table, applicationId, before) }]),
    eventWrite(table, { applicationId, at, type: 'JourneyTakenUp', actor: by, detail: { run } }),
    ...(task?.status === 'open' ? finishing(table, task, done) : []),
  ];
}

/** Has a journey taken up again if it is stalled; false when it is not, or was erased. */
export function takeUp(table: Table, applicationId: string, done: Done): Promise<boolean> {
  return optimistically(table, 'the application', async () => {
    const application = await findApplication(table, applicationId);
    const writes = application ? await takingUp(table, application, done) : [];
    return { writes, result: writes.length > 0 };
  });
}

/** Takes a run that has begun out of the queue of those that have not. */
export async function markBegun(table: Table, applicationId: string, run: number): Promise<void> {
  await table.client.send(new UpdateCommand(begun(table, applicationId, run)));
}

const begun = (table: Table, applicationId: string, run: number) => ({
  TableName: table.name,
  Key: keys.run(applicationId, run),
  UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
  ConditionExpression: 'attribute_exists(pk)',
});
