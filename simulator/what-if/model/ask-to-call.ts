import { taskDue } from '../../../domain/letters/dates.ts';
import { callAbout } from '../../../domain/tasks/call.ts';
import type { Office } from './office.ts';

/** Asks the recruiter to call with what a message would have said, once, in the place of earlier requests; and writes to them. */
export function askToCall({ table, settings, job }: Office, { key, at }: { key: string; at: string }): void {
  const { applicationId } = table.application;
  const untold = { applicationId, key, at, due: taskDue(settings, at), owner: job.recruiter };
  const { opened, replaced } = callAbout(Object.values(table.data.tasks), untold);
  for (const task of replaced) table.putTask(task);
  if (!opened) return;
  table.putTask(opened);
  const word = { message: 'task-raised', to: 'owner', occurrence: opened.taskId } as const;
  table.putLetter(`task-raised.owner.${opened.taskId}`, {
    ...word,
    at,
    status: 'sent',
    dates: { due: opened.due },
  });
}
