import type { Interview } from '../interviews/interview.ts';
import { isPlanned } from '../interviews/standing.ts';
import { taskIdOf } from './task.ts';
import type { Task } from './task.ts';

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
