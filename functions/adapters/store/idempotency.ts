import * as z from 'zod';
import { applicationId, instant } from '../../../domain/ids.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import type { Table, Write } from './table.ts';

/** How long the same request is answered the same, in seconds. */
const secondsKept = 24 * 60 * 60;

/** What was answered to a request, without anything that the request said. */
export const answerRecord = z.strictObject({
  fingerprint: z.string(),
  applicationId,
  submittedAt: instant,
  due: instant,
});
export type AnswerRecord = z.output<typeof answerRecord>;

const stored = z.strictObject({ ...answerRecord.shape, expiresAt: z.int() });

/** DynamoDB deletes by this attribute, epoch seconds, and takes days over it: readers compare it themselves. */
const secondsOf = (at: string) => Math.floor(Date.parse(at) / 1000);

/** What was answered to the request with this key, if that is less than a day before `at`. */
export async function findAnswer(table: Table, key: string, at: string): Promise<AnswerRecord | undefined> {
  const found = await findItem(table, keys.idempotency(key), stored);
  return found && found.expiresAt > secondsOf(at) ? answerRecord.strip().parse(found) : undefined;
}

/** The write that keeps an answer for a day, refused while another one is kept under its key than `over`. */
export function answerWrite(
  table: Table,
  key: string,
  record: AnswerRecord,
  at: string,
  over?: AnswerRecord,
): Write {
  return {
    Put: {
      TableName: table.name,
      Item: { ...keys.idempotency(key), ...record, expiresAt: secondsOf(at) + 1 + secondsKept },
      ConditionExpression: `attribute_not_exists(pk) OR expiresAt <= :now${over ? ' OR applicationId = :over' : ''}`,
      ExpressionAttributeValues: { ':now': secondsOf(at), ...(over && { ':over': over.applicationId }) },
    },
  };
}
