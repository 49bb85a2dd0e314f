import { currentRun, runNamed, takenUpAt } from '../../../domain/application/run.ts';
import { taskDue } from '../../../domain/letters/dates.ts';
import { dueOfAttention, isNewsOfQuestion, promiseOfAttention } from '../../../domain/promises/attention.ts';
import { questionRunNamed } from '../../../domain/questions/run.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { applicationWrite, readApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { sweepQueue } from './keys.ts';
import { readJob } from './jobs.ts';
import { listMessages } from './messages.ts';
import { optimistically } from './optimistic.ts';
import { stallQuestion } from './question-runs.ts';
import { restingPlace } from './retention.ts';
import { settingsOf } from './revisions.ts';
import type { Table } from './table.ts';
import { raiseTask } from './tasks.ts';

type Asked = Pick<Task, 'applicationId' | 'task' | 'subject'> & { readonly at: string };

/**
 * Opens a task for HR, due by the settings. One that asks for attention to a journey (its subject names the run)
 * also notes that the journey is stalled, and becomes what the candidate is promised unless they were promised later;
 * one for what sees to a question notes that on the question. `news`: the task's date is to be told to whoever asked.
 * @throws NotFound, Contended
 */
export async function askHr(table: Table, asked: Asked): Promise<Task & { readonly news: boolean }> {
  const { applicationId, task, at } = asked;
  const application = await readApplication(table, applicationId);
  const [settings, job] = await Promise.all([
    settingsOf(table, application),
    readJob(table, application.jobId),
  ]);
  const owner = task === 'welcome-call' || task === 'call-bounced' ? job.recruiter : job.lead;
  const run = task === 'attention' ? runNamed(applicationId, asked.subject) : undefined;
  const fresh = taskDue(settings, at);
  const due = run === undefined ? fresh : dueOfAttention(application, fresh);
  const raised = await raiseTask(table, { ...asked, due, owner });
  const asking = task === 'attention' ? questionRunNamed(applicationId, asked.subject) : undefined;
  if (run !== undefined) await stall(table, { applicationId, run, settings, due: raised.due, owner, at });
  if (!asking) return { ...raised, news: false };
  await stallQuestion(table, asking, at);
  const ledger = await listMessages(table, applicationId);
  return { ...raised, news: isNewsOfQuestion(asking.questionId, raised.due, ledger) };
}

interface Stalled {
  readonly applicationId: string;
  readonly run: number;
  readonly settings: Settings;
  /** When HR's task is due, and whose it is. */
  readonly due: string;
  readonly owner: string;
  readonly at: string;
}

function stall(table: Table, { applicationId, run, settings, ...task }: Stalled): Promise<undefined> {
  return optimistically<undefined>(table, 'the application', async () => {
    const application = await readApplication(table, applicationId);
    if (application.stalled || currentRun(application) !== run) return { writes: [], result: undefined };
    const ledger = await listMessages(table, applicationId);
    const promise = promiseOfAttention(application, settings, task, ledger);
    const again = takenUpAt(run, task.at);
    const queue = again === undefined ? restingPlace(application) : { name: sweepQueue, at: again };
    const event = { applicationId, at: task.at, actor: 'system' };
    return {
      result: undefined,
      writes: [
        applicationWrite(table, application, { stalled: true, queue, ...(promise && { promise }) }, task.at),
        eventWrite(table, { ...event, type: 'JourneyStalled', detail: { run } }),
      ],
    };
  });
}
