import { randomBytes } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import * as z from 'zod';
import type { Application } from '../../../domain/application/application.ts';
import { generateCode, NotACode, parseCode, WrongCheckCharacter } from '../../../domain/codes/code.ts';
import { mayMarket } from '../../../domain/consent/history.ts';
import { isSameReach, referral } from '../../../domain/referrals/referral.ts';
import type { Referral } from '../../../domain/referrals/referral.ts';
import { NotAllowed, NotFound } from '../../../domain/steps/errors.ts';
import { findApplication, notErased, readApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { findItem } from './items.ts';
import { keys, thanksQueue, workKeys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import { findPerson } from './people.ts';
import { longestWaiting } from './queue.ts';
import type { Table, Write } from './table.ts';

const pointer = z.strictObject({ code: z.string() });

/** The code of the link that a person recommends the company with, or undefined while they have none. */
export async function findReferralCode(table: Table, personHash: string): Promise<string | undefined> {
  return (await findItem(table, keys.referralOf(personHash), pointer))?.code;
}

/** What a code stands for, or undefined when it was never given, or was erased. */
function findReferral(table: Table, code: string): Promise<Referral | undefined> {
  return findItem(table, keys.referral(code), referral);
}

/** The link that was given for this application, or undefined; a person has one at most. */
export async function findReferralOf(
  table: Table,
  { applicationId, personHash }: Pick<Application, 'applicationId' | 'personHash'>,
): Promise<Referral | undefined> {
  const code = await findReferralCode(table, personHash);
  const found = code === undefined ? undefined : await findReferral(table, code);
  return found?.applicationId === applicationId ? found : undefined;
}

/**
 * Gives a candidate a link to recommend the company with; whoever has one keeps it.
 * @throws NotFound when the person or the application was erased; Contended
 * @throws NotAllowed without their consent to offers: the thanks for a recommendation are marketing
 */
export function giveReferralCode(
  table: Table,
  { applicationId, personHash }: Pick<Application, 'applicationId' | 'personHash'>,
  at: string,
): Promise<string> {
  return optimistically(table, 'the link', async () => {
    const [standing, person] = await Promise.all([
      findReferralCode(table, personHash),
      findPerson(table, personHash),
      readApplication(table, applicationId),
    ]);
    if (!person) throw new NotFound('the person');
    if (!mayMarket(person.consents, person.suppression))
      throw new NotAllowed('agree to offers first: we thank you for a recommendation with one');
    if (standing !== undefined) return { writes: [], result: standing };
    const code = generateCode(randomBytes(8));
    const given: Referral = { code, personHash, applicationId, createdAt: at };
    return {
      result: code,
      writes: [
        notErased(table, applicationId),
        creation(table, keys.referral(code), given),
        creation(table, keys.referralOf(personHash), { code }),
      ],
    };
  });
}

/**
 * The writes that credit whoever recommended somebody who applies for the first time: none when nobody did, when
 * the recommender has taken back their consent or is gone, or when they are the same person by their address or
 * telephone. They go with the application or not at all, and name nothing of the friend.
 */
export async function creditWrites(
  table: Table,
  typed: string,
  friend: Pick<Application, 'personHash' | 'candidate'>,
  at: string,
): Promise<Write[]> {
  const code = codeOf(typed);
  const found = code === undefined ? undefined : await findReferral(table, code);
  if (!found || found.personHash === friend.personHash) return [];
  const { applicationId, personHash } = found;
  const [person, application] = await Promise.all([
    findPerson(table, personHash),
    findApplication(table, applicationId),
  ]);
  if (!person || !application || !mayMarket(person.consents, person.suppression)) return [];
  if (isSameReach(application.candidate, friend.candidate)) return [];
  const creditId = ulid(Date.parse(at));
  return [
    notErased(table, applicationId),
    // A friend brings one credit in their life, to whoever it may be.
    creation(table, keys.referred(friend.personHash), { creditId }),
    creation(table, keys.credit(found.code, creditId), {
      applicationId,
      creditId,
      at,
      ...workKeys(thanksQueue, at, creditId),
    }),
    eventWrite(table, { applicationId, at, type: 'ReferralCredited', actor: 'system', detail: {} }),
  ];
}

const credit = z.object({
  pk: z.string(),
  sk: z.string(),
  applicationId: z.string(),
  creditId: z.string(),
});
export type Credit = z.output<typeof credit>;

/** Credits that nobody was thanked for yet, the longest waiting first, up to `most`. */
export function listUnthanked(table: Table, before: string, most: number): Promise<Credit[]> {
  return longestWaiting(table, thanksQueue, { before, most, entry: credit });
}

/** Takes a credit out of the queue: thanks were sent, or never will be. One that is gone by now is in no queue. */
export async function markThanked(table: Table, { pk, sk }: Credit): Promise<void> {
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk, sk },
        UpdateExpression: 'REMOVE gsi1pk, gsi1sk',
        ConditionExpression: 'attribute_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** What somebody typed or a link carried; whatever is no code recommends nobody, and keeps nobody from applying. */
function codeOf(typed: string): string | undefined {
  try {
    return parseCode(typed);
  } catch (error) {
    if (error instanceof NotACode || error instanceof WrongCheckCharacter) return undefined;
    throw error;
  }
}

function creation(table: Table, key: Record<string, string>, item: object): Write {
  return {
    Put: {
      TableName: table.name,
      Item: { ...key, ...item },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}
