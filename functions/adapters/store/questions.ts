import * as z from 'zod';
import { instant, questionId } from '../../../domain/ids.ts';
import { question } from '../../../domain/questions/question.ts';
import type { Question } from '../../../domain/questions/question.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { findItem } from './items.ts';
import { keys, sweepKeys } from './keys.ts';
import { queryByPrefix } from './query.ts';
import type { Table, Write } from './table.ts';

/** Reads a question, or undefined when there is none (any more). */
export function findQuestion(table: Table, applicationId: string, id: string): Promise<Question | undefined> {
  return findItem(table, keys.question(applicationId, id), question);
}

/**
 * Reads a question that must exist.
 * @throws NotFound
 */
export async function readQuestion(table: Table, applicationId: string, id: string): Promise<Question> {
  const found = await findQuestion(table, applicationId, id);
  if (!found) throw new NotFound('the question');
  return found;
}

/** Every question of an application, in the order they were asked. */
export async function listQuestions(table: Table, applicationId: string): Promise<Question[]> {
  const { pk } = keys.application(applicationId);
  return (await queryByPrefix(table, pk, 'QUESTION#')).map((item) => question.strip().parse(item));
}

/** The write that stores a question, in the queue of those not taken up yet. */
export function questionCreation(table: Table, asked: Question): Write {
  const { applicationId, questionId, askedAt } = asked;
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.question(applicationId, questionId),
        ...sweepKeys(askedAt, `${applicationId}#${questionId}`),
        ...question.parse(asked),
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** Which question came of a request, kept for a day. */
const askedRecord = z.strictObject({ fingerprint: z.string(), questionId, askedAt: instant });
type AskedRecord = z.output<typeof askedRecord>;
const stored = z.strictObject({ ...askedRecord.shape, expiresAt: z.int() });

const secondsKept = 24 * 60 * 60;
/** DynamoDB deletes by this attribute, epoch seconds, and takes days over it: readers compare it themselves. */
const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000);

/** What came of the request with this key, if that is less than a day before `at`. */
export async function findAsked(
  table: Table,
  applicationId: string,
  key: string,
  at: string,
): Promise<AskedRecord | undefined> {
  const found = await findItem(table, keys.asked(applicationId, key), stored);
  return found && found.expiresAt > secondsOf(at) ? askedRecord.strip().parse(found) : undefined;
}

/** The write that keeps what came of a request, refused while something else is kept under its key. */
export function askedWrite(table: Table, applicationId: string, key: string, record: AskedRecord): Write {
  const now = secondsOf(record.askedAt);
  return {
    Put: {
      TableName: table.name,
      Item: { ...keys.asked(applicationId, key), ...record, expiresAt: now + 1 + secondsKept },
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAt <= :now',
      ExpressionAttributeValues: { ':now': now },
    },
  };
}
