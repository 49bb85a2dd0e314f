import { currentRun, runNamed } from '../../../domain/application/run.ts';
import { taskDue } from '../../../domain/letters/dates.ts';
import { promisedIn } from '../../../domain/messages/promised.ts';
import { dueOfAttention, isNewsOfQuestion, promiseOfAttention } from '../../../domain/promises/attention.ts';
import { questionIdOf } from '../../../domain/questions/question.ts';
import { questionRunNamed } from '../../../domain/questions/run.ts';
import type { StepInput, StepOutput } from '../../../domain/steps/contracts.ts';
import { taskIdOf } from '../../../domain/tasks/task.ts';
import type { Office } from './office.ts';

type Asked = Pick<StepInput<'raise-task'>, 'applicationId' | 'task' | 'subject' | 'at'>;

/** Opens a task once; one that asks for attention to the journey becomes the promise when it is due later than the current one. */
export function raiseTask(
  { table, settings, job }: Office,
  { applicationId, task, subject, at }: Asked,
): StepOutput<'raise-task'> {
  const owner = task === 'welcome-call' || task === 'call-bounced' ? job.recruiter : job.lead;
  const taskId = taskIdOf(task, subject);
  const run = task === 'attention' ? runNamed(applicationId, subject) : undefined;
  const fresh = taskDue(settings, at);
  const due =
    table.data.tasks[taskId]?.due ?? (run === undefined ? fresh : dueOfAttention(table.application, fresh));
  if (!table.data.tasks[taskId]) {
    const raised = { applicationId, taskId, task, subject, due, owner, raisedAt: at };
    table.putTask({ ...raised, status: 'open', version: 1 });
  }
  if (run !== undefined && run === currentRun(table.application)) stall(table, settings, { due, owner, at });
  const asking = task === 'attention' ? questionRunNamed(applicationId, subject) : undefined;
  return { taskId, due, news: asking !== undefined && isNewsOfQuestion(asking.questionId, due, said(table)) };
}

function stall(
  table: Office['table'],
  settings: Office['settings'],
  task: { due: string; owner: string; at: string },
): void {
  if (table.application.stalled) return;
  const promise = promiseOfAttention(table.application, settings, task, said(table));
  table.change({ stalled: true, ...(promise && { promise }) }, task.at);
}

/** The ledger, as far as it says what the candidate knows. */
export const said = ({ data }: Office['table']) =>
  Object.values(data.ledger).map((letter) => ({
    ...letter,
    sentAt: letter.at,
    questionId: questionIdOf(letter.gateId),
    promises: promisedIn(letter.dates),
  }));
