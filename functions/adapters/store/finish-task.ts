import { currentRun, runNamed } from '../../../domain/application/run.ts';
import { questionRunNamed } from '../../../domain/questions/run.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { finish } from '../../../domain/tasks/task.ts';
import type { Done, Task } from '../../../domain/tasks/task.ts';
import { findApplication } from './applications.ts';
import { optimistically } from './optimistic.ts';
import { takingQuestionUp } from './question-runs.ts';
import { findQuestion } from './questions.ts';
import type { Table, Write } from './table.ts';
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
  done: Done,
): Promise<Task> {
  return optimistically(table, 'the task', async () => {
    const standing = await findTask(table, applicationId, taskId);
    if (!standing) throw new NotFound('the task');
    const result = finish(standing, done);
    const taken = await takingUpBy(table, standing, done);
    return { result, writes: taken.length > 0 ? taken : finishing(table, standing, done) };
  });
}

/** The writes for the journey, or what sees to a question, that the task is about, if it is stalled because of that. */
async function takingUpBy(
  table: Table,
  { task, applicationId, subject }: Task,
  done: Done,
): Promise<Write[]> {
  if (task !== 'attention') return [];
  const asking = questionRunNamed(applicationId, subject);
  if (asking) {
    const question = await findQuestion(table, applicationId, asking.questionId);
    return question && currentRun(question) === asking.run ? takingQuestionUp(table, question, done) : [];
  }
  const application = await findApplication(table, applicationId);
  return application && currentRun(application) === runNamed(applicationId, subject)
    ? takingUp(table, application, done)
    : [];
}
