import { taskDue } from '../../domain/letters/dates.ts';
import { promiseOfAttention } from '../../domain/promises/attention.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import { raiseTask } from '../adapters/store/tasks.ts';
import type { Table } from '../adapters/store/table.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Opens a task for HR. When a machine could not go on, the task's date becomes what the candidate is
 * promised, unless what they were promised is due later anyway.
 */
export const handler = step({
  name: 'raise-task',
  services: tableServices,
  run: async ({ table }, { applicationId, task, subject, at }) => {
    const application = await readApplication(table, applicationId);
    const [settings, job] = await Promise.all([
      settingsOf(table, application),
      readJob(table, application.jobId),
    ]);
    const owner = task === 'welcome-call' || task === 'call-bounced' ? job.recruiter : job.lead;
    const due = taskDue(settings, at);
    const raised = await raiseTask(table, { applicationId, task, subject, due, owner, at });
    if (task === 'attention')
      await promiseAttention(table, applicationId, settings, { due: raised.due, owner, at });
    return { taskId: raised.taskId, due: raised.due };
  },
});

function promiseAttention(
  table: Table,
  applicationId: string,
  settings: Settings,
  task: { due: string; owner: string; at: string },
): Promise<undefined> {
  return optimistically<undefined>(table, 'the application', async () => {
    const application = await readApplication(table, applicationId);
    const next = promiseOfAttention(application, settings, task);
    if (!next) return { writes: [], result: undefined };
    return { writes: [applicationWrite(table, application, { promise: next }, task.at)], result: undefined };
  });
}
