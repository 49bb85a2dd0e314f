import type { Application } from '../../../domain/application/application.ts';
import { taskDue } from '../../../domain/letters/dates.ts';
import { callAbout } from '../../../domain/tasks/call.ts';
import { notErased } from './applications.ts';
import { readJob } from './jobs.ts';
import { optimistically } from './optimistic.ts';
import { settingsOf } from './revisions.ts';
import type { Table } from './table.ts';
import { listTasks, raising, replacing } from './tasks.ts';

/**
 * Asks the recruiter, once for each message, to call the candidate with what it would have told them; by one task, which
 * takes the place of those before it that nobody has done yet.
 * @throws Contended
 */
export async function askToCall(
  table: Table,
  application: Application,
  { key, at }: { readonly key: string; readonly at: string },
): Promise<void> {
  const { applicationId, jobId } = application;
  const [settings, job] = await Promise.all([settingsOf(table, application), readJob(table, jobId)]);
  const untold = { applicationId, key, at, due: taskDue(settings, at), owner: job.recruiter };
  await optimistically(table, 'the task', async () => {
    const { opened, replaced } = callAbout(await listTasks(table, applicationId), untold);
    if (!opened) return { writes: [], result: undefined };
    return {
      result: undefined,
      writes: [
        notErased(table, applicationId),
        ...raising(table, opened),
        ...replaced.map((one) => replacing(table, one)),
      ],
    };
  });
}
