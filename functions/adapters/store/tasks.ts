import { runNamed } from '../../../domain/application/run.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { finish, task, taskIdOf } from '../../../domain/tasks/task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { findApplication } from './applications.ts';
import { eventWrite, queryByPrefix } from './events.ts';
import { findItem, versionedPut } from './items.ts';
import { keys, workKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table } from './table.ts';
import { takingUp } from './taking-up.ts';

/** The queue of all open tasks, whatever their kind. */
export const taskQueue = 'task';

/** Every task of an application, open and done. */
export async function listTasks(table: Table, applicationId: string): Promise<Task[]> {
  const { pk } = keys.application(applicationId);
  return (await queryByPrefix(table, pk, 'TASK#')).map((item) => task.strip().parse(item));
}

/** A task, or undefined when it was never raised. */
export function findTask(table: Table, applicationId: string, taskId: string): Promise<Task | undefined> {
  return findItem(table, keys.task(applicationId, taskId), task);
}

/**
 * Opens a task for HR, due at an instant, owned by a staff id. The same kind and subject is raised once: a
 * second call gives the task as it stands, done or not.
 * @throws Contended
 */
export function raiseTask(
  table: Table,
  raised: Pick<Task, 'applicationId' | 'task' | 'subject' | 'due' | 'owner'> & { readonly at: string },
): Promise<Task> {
  const { applicationId, subject, due, owner, at } = raised;
  const taskId = taskIdOf(raised.task, subject);
  return optimistically(table, 'the task', async () => {
    const standing = await findTask(table, applicationId, taskId);
    if (standing) return { writes: [], result: standing };
    const opened: Task = {
      applicationId,
      taskId,
      task: raised.task,
      subject,
      status: 'open',
      version: 1,
      due,
      owner,
      raisedAt: at,
    };
    return {
      result: opened,
      writes: [
        versionedPut(
          table,
          keys.task(applicationId, taskId),
          opened,
          workKeys(taskQueue, due, `${applicationId}#${taskId}`),
        ),
        eventWrite(table, {
          applicationId,
          at,
          type: 'TaskRaised',
          actor: 'system',
          detail: { taskId, task: raised.task, due, owner },
        }),
      ],
    };
  });
}

/**
 * Takes a task off the worklist as done. A journey that was stalled until then is taken up again with it.
 * @throws NotFound
 * @throws NotAllowed when somebody has done it already, and says who
 * @throws Contended
 */
export function finishTask(
  table: Table,
  { applicationId, taskId }: Pick<Task, 'applicationId' | 'taskId'>,
  done: Parameters<typeof finish>[1],
): Promise<Task> {
  return optimistically(table, 'the task', async () => {
    const standing = await findTask(table, applicationId, taskId);
    if (!standing) throw new NotFound('the task');
    const next = finish(standing, done);
    const application = isAboutJourney(standing) ? await findApplication(table, applicationId) : undefined;
    return {
      result: next,
      writes: [
        ...(application ? takingUp(table, application, { at: done.at, by: done.by }) : []),
        versionedPut(table, keys.task(applicationId, taskId), next),
        eventWrite(table, {
          applicationId,
          at: done.at,
          type: 'TaskDone',
          actor: done.by,
          detail: { taskId, task: next.task },
        }),
      ],
    };
  });
}

/** The task was raised because the application's journey could not go on. */
const isAboutJourney = ({ task, applicationId, subject }: Task): boolean =>
  task === 'attention' && runNamed(applicationId, subject) !== undefined;
