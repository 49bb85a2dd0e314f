import { taskDue } from '../../../domain/letters/dates.ts';
import { callAbout } from '../../../domain/tasks/call.ts';
import type { Office } from './office.ts';

/** Asks the recruiter to call with what a message would have said, once, in the place of earlier requests. */
export function askToCall({ table, settings, job }: Office, { key, at }: { key: string; at: string }): void {
  const { applicationId } = table.application;
  const untold = { applicationId, key, at, due: taskDue(settings, at), owner: job.recruiter };
  const { opened, replaced } = callAbout(Object.values(table.data.tasks), untold);
  for (const task of [...replaced, ...(opened ? [opened] : [])]) table.putTask(task);
}
