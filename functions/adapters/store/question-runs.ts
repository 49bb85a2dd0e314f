import { currentRun, firstRun, takenUpAt } from '../../../domain/application/run.ts';
import type { Question } from '../../../domain/questions/question.ts';
import { questionRunName } from '../../../domain/questions/run.ts';
import type { QuestionRun } from '../../../domain/questions/run.ts';
import { taskIdOf } from '../../../domain/tasks/task.ts';
import type { Done } from '../../../domain/tasks/task.ts';
import { keys, sweepKeys, sweepQueue, workKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { findQuestion } from './questions.ts';
import type { Table, Write } from './table.ts';
import { findTask, finishing } from './tasks.ts';

/** The item whose writing made the stream start a question's run: the question itself, then one for each further run. */
const startOf = ({ applicationId, questionId }: Question, run: number) =>
  run === firstRun
    ? keys.question(applicationId, questionId)
    : keys.questionRun(applicationId, questionId, run);

/**
 * The write that takes a question, or its further run, out of the queue of those not taken up yet; refused for one that
 * is stalled by now, for that waits in the queue to be taken up again.
 */
export function takenUpWrite(table: Table, question: Question): Write {
  return {
    Update: {
      TableName: table.name,
      Key: startOf(question, currentRun(question)),
      UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
      ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(stalled) OR stalled = :no)',
      ExpressionAttributeValues: { ':no': false },
    },
  };
}

/** Notes that what sees to a question could not go on, so that it is taken up again: by itself too, as a journey is. */
export function stallQuestion(
  table: Table,
  { applicationId, questionId, run }: QuestionRun,
  at: string,
): Promise<undefined> {
  return optimistically<undefined>(table, 'the question', async () => {
    const question = await findQuestion(table, applicationId, questionId);
    if (!question || question.stalled || currentRun(question) !== run)
      return { writes: [], result: undefined };
    const again = takenUpAt(run, at);
    return { writes: [change(table, question, { run, stalled: true, again })], result: undefined };
  });
}

/**
 * The writes that have a stalled question taken up again, none for one that is not: HR's task is done with it. The item
 * of the next run makes the stream start it, as the question itself did the first time.
 */
export async function takingQuestionUp(table: Table, question: Question, done: Done): Promise<Write[]> {
  if (!question.stalled) return [];
  const { at } = done;
  const { applicationId, questionId } = question;
  const before = currentRun(question);
  const run = before + 1;
  const stalled = questionRunName({ applicationId, questionId, run: before });
  const task = await findTask(table, applicationId, taskIdOf('attention', stalled));
  return [
    change(table, question, { run, stalled: false }),
    {
      Put: {
        TableName: table.name,
        Item: {
          ...keys.questionRun(applicationId, questionId, run),
          ...sweepKeys(at, `${applicationId}#${questionId}#${run}`),
          applicationId,
          questionId,
          run,
          at,
        },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    // Nobody takes up the run before any more, whether it had begun or not.
    ...(before === firstRun ? [] : [takenUpWrite(table, question)]),
    ...(task?.status === 'open' ? finishing(table, task, done) : []),
  ];
}

/** Has a question taken up again if it is stalled; false when it is not, or was erased. */
export function takeQuestionUpAgain(
  table: Table,
  { applicationId, questionId }: Pick<Question, 'applicationId' | 'questionId'>,
  done: Done,
): Promise<boolean> {
  return optimistically(table, 'the question', async () => {
    const question = await findQuestion(table, applicationId, questionId);
    const writes = question ? await takingQuestionUp(table, question, done) : [];
    return { writes, result: writes.length > 0 };
  });
}

/**
 * Changes the run of a question as it was read, and when it is taken up `again` by itself; another writer in between
 * refuses it.
 */
function change(
  table: Table,
  read: Question,
  next: { readonly run: number; readonly stalled: boolean; readonly again?: string | undefined },
): Write {
  const { applicationId, questionId } = read;
  const place =
    next.again === undefined ? undefined : workKeys(sweepQueue, next.again, `${applicationId}#${questionId}`);
  return {
    Update: {
      TableName: table.name,
      Key: keys.question(applicationId, questionId),
      UpdateExpression: `SET #run = :run, #stalled = :stalled${place ? ', gsi1pk = :queue, gsi1sk = :place' : ' REMOVE gsi1pk, gsi1sk'}`,
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(#run) OR #run = :read) AND (attribute_not_exists(#stalled) OR #stalled = :was)',
      ExpressionAttributeNames: { '#run': 'run', '#stalled': 'stalled' },
      ExpressionAttributeValues: {
        ':run': next.run,
        ':stalled': next.stalled,
        ':read': currentRun(read),
        ':was': read.stalled ?? false,
        ...(place && { ':queue': place.gsi1pk, ':place': place.gsi1sk }),
      },
    },
  };
}
