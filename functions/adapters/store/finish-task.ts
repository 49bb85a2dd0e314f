import { currentRun, runNamed } from '../../../domain/application/run.ts';
import type { Question } from '../../../domain/questions/question.ts';
import { questionRunNamed } from '../../../domain/questions/run.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { finish } from '../../../domain/tasks/task.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { findApplication } from './applications.ts';
import { optimistically } from './optimistic.ts';
import { takingQuestionUp } from './question-runs.ts';
import { findQuestion } from './questions.ts';
import type { Table } from './table.ts';
import { takingUp } from './taking-up.ts';
import { findTask, finishing } from './tasks.ts';

/**
 * Takes a task off the worklist as done. A journey, or what sees to a question, that was stalled until then is taken
 * up again with it.
 * @throws NotFound
 * @throws NotAllowed when somebody has done it already, and says who
 * @throws Contended
 */
export function finishTask(
  table: Table,
  { applicationId, taskId }: Pick<Task, 'applicationId' | 'taskId'>,
  done: Parameters<typeof finish>[1],
): Promise<Task> {
  return optimistically(table, 'the task', async () => {
    const standing = await findTask(table, applicationId, taskId);
    if (!standing) throw new NotFound('the task');
    const result = finish(standing, done);
    const taken = await takingUpBy(table, standing, done);
    const asked = takingQuestionUp(table, await questionOf(table, standing), done.at);
    return { result, writes: taken.length > 0 ? taken : [...asked, ...finishing(table, standing, done)] };
  });
}

/** The question whose machine could not go on, if the task was raised because of that. */
async function questionOf(
  table: Table,
  { task, applicationId, subject }: Task,
): Promise<Question | undefined> {
  const run = task === 'attention' ? questionRunNamed(applicationId, subject) : undefined;
  return run && findQuestion(table, applicationId, run.questionId);
}

/** The writes for the journey that the task is about, if it is about one that is stalled. */
async function takingUpBy(
  table: Table,
  { task, applicationId, subject }: Task,
  done: Parameters<typeof finish>[1],
) {
  const run = task === 'attention' ? runNamed(applicationId, subject) : undefined;
  const application = run === undefined ? undefined : await findApplication(table, applicationId);
  if (!application || currentRun(application) !== run) return [];
  return takingUp(table, application, done);
}
