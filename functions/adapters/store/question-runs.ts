import { firstRun } from '../../../domain/application/run.ts';
import type { Question } from '../../../domain/questions/question.ts';
import type { QuestionRun } from '../../../domain/questions/run.ts';
import { keys, sweepKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { findQuestion } from './questions.ts';
import type { Table, Write } from './table.ts';

/** The item whose writing made the stream start a question's run: the question itself, then one for each further run. */
const startOf = ({ applicationId, questionId }: Question, run: number) =>
  run === firstRun
    ? keys.question(applicationId, questionId)
    : keys.questionRun(applicationId, questionId, run);

/** The write that takes a question, or its further run, out of the queue of those not taken up yet. */
export function takenUpWrite(table: Table, question: Question): Write {
  return {
    Update: {
      TableName: table.name,
      Key: startOf(question, question.run ?? firstRun),
      UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
      ConditionExpression: 'attribute_exists(pk)',
    },
  };
}

/** Notes that what sees to a question could not go on, so that it can be taken up again. */
export function stallQuestion(
  table: Table,
  { applicationId, questionId, run }: QuestionRun,
): Promise<undefined> {
  return optimistically<undefined>(table, 'the question', async () => {
    const question = await findQuestion(table, applicationId, questionId);
    const isOver = !question || question.stalled === true || (question.run ?? firstRun) !== run;
    return { writes: isOver ? [] : [change(table, question, { run, stalled: true })], result: undefined };
  });
}

/**
 * The writes that have a stalled question taken up again, none for one that is not. The item of the next run makes
 * the stream start it, as the question itself did the first time.
 */
export function takingQuestionUp(table: Table, question: Question | undefined, at: string): Write[] {
  if (!question?.stalled) return [];
  const { applicationId, questionId } = question;
  const run = (question.run ?? firstRun) + 1;
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
  ];
}

/** Has a question taken up again if it is stalled; changes nothing when it is not, or was erased. */
export function takeQuestionUpAgain(
  table: Table,
  { applicationId, questionId, at }: Omit<QuestionRun, 'run'> & { readonly at: string },
): Promise<undefined> {
  return optimistically<undefined>(table, 'the question', async () => {
    const question = await findQuestion(table, applicationId, questionId);
    return { writes: takingQuestionUp(table, question, at), result: undefined };
  });
}

/** Changes the run of a question as it was read; another writer in between refuses it. */
function change(
  table: Table,
  read: Question,
  next: { readonly run: number; readonly stalled: boolean },
): Write {
  return {
    Update: {
      TableName: table.name,
      Key: keys.question(read.applicationId, read.questionId),
      UpdateExpression: 'SET #run = :run, #stalled = :stalled',
      ConditionExpression:
        'attribute_exists(pk) AND (attribute_not_exists(#run) OR #run = :read) AND (attribute_not_exists(#stalled) OR #stalled = :was)',
      ExpressionAttributeNames: { '#run': 'run', '#stalled': 'stalled' },
      ExpressionAttributeValues: {
        ':run': next.run,
        ':stalled': next.stalled,
        ':read': read.run ?? firstRun,
        ':was': read.stalled ?? false,
      },
    },
  };
}
