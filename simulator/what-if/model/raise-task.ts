import { taskDue } from '../../../domain/letters/dates.ts';
import { promiseOfAttention } from '../../../domain/promises/attention.ts';
import type { StepInput, StepOutput } from '../../../domain/steps/contracts.ts';
import { taskIdOf } from '../../../domain/tasks/task.ts';
import type { Office } from './office.ts';

type Asked = Pick<StepInput<'raise-task'>, 'applicationId' | 'task' | 'subject' | 'at'>;

/** Opens a task once; one that asks for attention becomes the promise when it is due later than the current one. */
export function raiseTask(
  { table, settings, job }: Office,
  { applicationId, task, subject, at }: Asked,
): StepOutput<'raise-task'> {
  const owner = task === 'welcome-call' || task === 'call-bounced' ? job.recruiter : job.lead;
  const taskId = taskIdOf(task, subject);
  const due = table.data.tasks[taskId]?.due ?? taskDue(settings, at);
  if (!table.data.tasks[taskId]) {
    const raised = { applicationId, taskId, task, subject, due, owner, raisedAt: at };
    table.putTask({ ...raised, status: 'open', version: 1 });
  }
  const promise = promiseOfAttention(table.application, settings, { due, owner, at });
  if (task === 'attention' && promise) table.change({ promise }, at);
  return { taskId, due };
}
