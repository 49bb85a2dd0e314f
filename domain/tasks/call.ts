import { news } from '../messages/kinds.ts';
import { taskIdOf } from './task.ts';
import type { Task } from './task.ts';

/** A message to the candidate that did not reach them, by its ledger key, and whose turn it is to call instead. */
export interface Untold {
  readonly applicationId: string;
  readonly key: string;
  readonly at: string;
  readonly due: string;
  readonly owner: string;
}

/** The messages that a call is to tell, the newest first; a request by a workflow names none. */
export const toldBy = ({ tells = [] }: Pick<Task, 'tells'>) =>
  tells.flatMap((key) => news.safeParse(key.split('.')[0]).data ?? []);

/**
 * What becomes of the tasks of an application when something more is to be told: one call about the newest that tells
 * all of what is still open, by the earliest date, in the place of the requests before it, which are then done with.
 * Nothing when it was asked for before.
 */
export function callAbout(
  known: readonly Task[],
  { applicationId, key, at, due, owner }: Untold,
): { readonly opened?: Task; readonly replaced: readonly Task[] } {
  const taskId = taskIdOf('call-bounced', key);
  if (known.some((one) => one.taskId === taskId)) return { replaced: [] };
  const before = known.filter((one) => one.tells !== undefined && one.status === 'open');
  const opened: Task = {
    applicationId,
    taskId,
    task: 'call-bounced',
    subject: key,
    status: 'open',
    version: 1,
    due: [due, ...before.map((one) => one.due)].toSorted()[0] ?? due,
    owner,
    raisedAt: at,
    tells: [...new Set([key, ...before.flatMap(({ tells = [] }) => tells)])],
  };
  const replaced = before.map((one): Task => ({
    ...one,
    status: 'done',
    version: one.version + 1,
    doneAt: at,
    doneBy: 'system',
    note: 'Not told yet: it is part of the newer call.',
  }));
  return { opened, replaced };
}
