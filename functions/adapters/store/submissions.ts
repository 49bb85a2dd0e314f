import type { Application } from '../../../domain/application/application.ts';
import { isOpen } from '../../../domain/application/stages.ts';
import type { Person } from '../../../domain/people/person.ts';
import { findApplication } from './applications.ts';
import { countOf, countWrite } from './day-limits.ts';
import { eventWrite } from './events.ts';
import { answerRecord, answerWrite, findAnswer } from './idempotency.ts';
import type { AnswerRecord } from './idempotency.ts';
import { findItem } from './items.ts';
import { keys, sweepKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { findPerson, personWrite } from './people.ts';
import { creditWrites } from './referrals.ts';
import type { Table, Write } from './table.ts';
import { handedInWrites } from './uploads.ts';

export interface Submitted {
  /** The application as it begins. */
  readonly application: Application;
  /** When its acknowledgement has gone out. */
  readonly due: string;
  /** Makes of the person as known so far the person who has now applied. */
  readonly person: (known: Person | undefined) => Person;
  /** The code of the link they came by, as it was sent. */
  readonly ref: string | undefined;
  /** Under which the answer is kept, whether the client chose it, and the keyed hash of the whole request. */
  readonly key: string;
  readonly isKeyChosen: boolean;
  readonly fingerprint: string;
  /** What stands for the mailbox behind the address, and how many applications it may make on one day (UTC). */
  readonly mailbox: string;
  readonly perDay: number;
}

/**
 * - `accepted`: stored now, or by the very same request before
 * - `known`: the person's application for this job is open already, and this request is not the one that made it
 * - `too-many`: nothing was stored
 * - `key-reused`: another request came under this key
 */
export type Acceptance =
  | { readonly kind: 'accepted' | 'known'; readonly record: AnswerRecord }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'key-reused' };

/**
 * Stores an application with everything that begins with it, in one transaction. However many equal
 * requests come at once, one application is stored and all of them get the same answer.
 * @throws Contended when other writers were faster each time
 */
export function submit(table: Table, submitted: Submitted): Promise<Acceptance> {
  const { application, key, fingerprint, mailbox, perDay } = submitted;
  const { applicationId, personHash, jobId, submittedAt: at } = application;
  const lockKey = keys.openApplication(personHash, jobId);
  const counterKey = keys.applicationsOfDay(mailbox, at.slice(0, 10));
  const sender = senderOf(submitted);

  return optimistically<Acceptance>(table, 'the application', async () => {
    const [answer, lock, counted, known] = await Promise.all([
      findAnswer(table, key, at),
      findItem(table, lockKey, answerRecord),
      countOf(table, counterKey),
      findPerson(table, personHash),
    ]);
    if (answer && (await stillHolds(table, answer, submitted)))
      return settled(answer, fingerprint, 'key-reused');
    if (lock && (await isStillOpen(table, lock))) return settled(lock, sender, 'known');
    if (counted >= perDay) return { writes: [], result: { kind: 'too-many' } };

    const { ref } = submitted;
    // Whoever applied before was recommended by nobody: a link brings somebody new.
    const credit = ref === undefined || known ? [] : await creditWrites(table, ref, application, at);
    const record = { fingerprint, applicationId, submittedAt: at, due: submitted.due };
    return {
      result: { kind: 'accepted', record },
      writes: [
        applicationCreation(table, application),
        eventWrite(table, {
          applicationId,
          at,
          type: 'ApplicationReceived',
          actor: 'candidate',
          detail: { jobId },
        }),
        personWrite(table, submitted.person(known)),
        lockWrite(table, lockKey, { ...record, fingerprint: sender }, lock),
        countWrite(table, counterKey, perDay, at),
        answerWrite(table, key, record, at, answer),
        ...handedInWrites(table, application),
        ...credit,
      ],
    };
  });
}

/**
 * What a request repeats if it is the one that made an application: the key that its client chose, too. Nobody else has
 * that, while the words of a form can be known or guessed.
 */
const senderOf = ({ isKeyChosen, key, fingerprint }: Submitted): string =>
  isKeyChosen ? `${key}.${fingerprint}` : fingerprint;

function settled(
  record: AnswerRecord,
  fingerprint: string,
  otherwise: 'known' | 'key-reused',
): { writes: readonly Write[]; result: Acceptance } {
  if (record.fingerprint === fingerprint) return { writes: [], result: { kind: 'accepted', record } };
  return { writes: [], result: otherwise === 'known' ? { kind: 'known', record } : { kind: otherwise } };
}

/**
 * Whether an answer is given again. To somebody who was erased since then it would lead to nothing: they apply anew.
 * A client that chose a key means the same request by it; a form without one that comes again after its application was
 * withdrawn or closed means a new application.
 */
async function stillHolds(table: Table, answer: AnswerRecord, { isKeyChosen }: Submitted): Promise<boolean> {
  if (!isKeyChosen) return isStillOpen(table, answer);
  return (await findApplication(table, answer.applicationId)) !== undefined;
}

/** A lock outlives its application; whoever applies next takes it over. */
async function isStillOpen(table: Table, { applicationId }: AnswerRecord): Promise<boolean> {
  const found = await findApplication(table, applicationId);
  return found !== undefined && isOpen(found.stage);
}

function applicationCreation(table: Table, application: Application): Write {
  const { applicationId, personHash, submittedAt } = application;
  return {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.application(applicationId),
        ...sweepKeys(submittedAt, applicationId),
        gsi2pk: keys.person(personHash).pk,
        gsi2sk: `APP#${submittedAt}`,
        ...application,
      },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

function lockWrite(
  table: Table,
  key: Record<string, string>,
  record: AnswerRecord,
  over: AnswerRecord | undefined,
): Write {
  const condition = over
    ? {
        ConditionExpression: 'applicationId = :over',
        ExpressionAttributeValues: { ':over': over.applicationId },
      }
    : { ConditionExpression: 'attribute_not_exists(pk)' };
  return { Put: { TableName: table.name, Item: { ...key, ...record }, ...condition } };
}
