import { finish, task, taskIdOf } from '../../../domain/tasks/task.ts';
import type { Done, Task } from '../../../domain/tasks/task.ts';
import { notErased } from './applications.ts';
import { eventWrite } from './events.ts';
import { findItem, versionedPut } from './items.ts';
import { keys, workKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { queryByPrefix } from './query.ts';
import type { Table, Write } from './table.ts';

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
    return { result: opened, writes: [notErased(table, applicationId), ...raising(table, opened)] };
  });
}

/** The writes that put a task on the worklist. */
export function raising(table: Table, opened: Task): Write[] {
  const { applicationId, taskId, task, due, owner, raisedAt } = opened;
  return [
    versionedPut(
      table,
      keys.task(applicationId, taskId),
      opened,
      workKeys(taskQueue, due, `${applicationId}#${taskId}`),
    ),
    eventWrite(table, {
      applicationId,
      at: raisedAt,
      type: 'TaskRaised',
      actor: 'system',
      detail: { taskId, task, due, owner },
    }),
  ];
}

/** The writes that take a task off the worklist as done. */
export function finishing(table: Table, standing: Task, done: Done): Write[] {
  const finished = finish(standing, done);
  const { applicationId, taskId, task } = finished;
  return [
    replacing(table, finished),
    eventWrite(table, {
      applicationId,
      at: done.at,
      type: 'TaskDone',
      actor: done.by,
      detail: { taskId, task },
    }),
  ];
}

/** The write that takes a task off the worklist whose place another has taken: nobody has done it. */
export const replacing = (table: Table, replaced: Task): Write =>
  versionedPut(table, keys.task(replaced.applicationId, replaced.taskId), replaced);
