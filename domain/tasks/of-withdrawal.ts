import type { Interview } from '../interviews/interview.ts';
import { isPlanned } from '../interviews/standing.ts';
import { taskIdOf } from './task.ts';
import type { Done, Task } from './task.ts';

/**
 * What is left to do by hand when a candidate withdraws at an instant: telling whoever would wait for them at an
 * interview, before it begins. Colleagues hear of interviews from one another, not from here.
 */
export const tasksOfWithdrawal = (
  interviews: readonly Interview[],
  { owner, at }: { readonly owner: string; readonly at: string },
): Task[] =>
  interviews
    .filter((interview) => isPlanned(interview, at))
    .map(({ applicationId, interviewId, startsAt }) => ({
      applicationId,
      taskId: taskIdOf('call-off-interview', interviewId),
      task: 'call-off-interview',
      subject: interviewId,
      status: 'open',
      version: 1,
      due: startsAt,
      owner,
      raisedAt: at,
    }));

/** Whether a task is not to be done any more once its candidate has withdrawn: nobody is called about a contract then. */
export const isOverByWithdrawal = ({ task, status }: Pick<Task, 'task' | 'status'>): boolean =>
  task === 'contract-call' && status === 'open';

/** How such a task is done with. */
export const overByWithdrawal = (at: string): Done => ({
  by: 'system',
  at,
  note: 'The candidate has withdrawn.',
});
