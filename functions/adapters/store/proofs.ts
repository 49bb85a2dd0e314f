import { gunzipSync, gzipSync } from 'node:zlib';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { proofResult } from '../../../domain/api/admin/what-if.ts';
import { settings } from '../../../domain/settings/settings.ts';
import { workflowName } from '../../../domain/workflows/names.ts';
import { instant } from '../../../domain/ids.ts';
import { findItem } from './items.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What is proved of. */
export const proofSubject = z.strictObject({
  machines: z.partialRecord(workflowName, z.string()),
  settings,
});
export type ProofSubject = z.output<typeof proofSubject>;

const storedProof = z.strictObject({
  proof: z.string(),
  status: z.enum(['requested', 'running', 'done', 'failed']),
  /** Counts the requests of this proof: one that failed may be asked for again. */
  attempt: z.int().positive(),
  requestedAt: instant,
  requestedBy: z.string(),
  holds: z.optional(z.boolean()),
  result: z.optional(proofResult),
  failure: z.optional(z.string()),
  /** Packed, for it is the text of all machines. */
  subject: z.string(),
  /** The table forgets it then: epoch seconds. What was published keeps the verdict itself. */
  expiresAt: z.int(),
});
export type StoredProof = z.output<typeof storedProof>;

export const pack = (subject: ProofSubject): string => gzipSync(JSON.stringify(subject)).toString('base64');

/** @throws ZodError for a subject of another time */
export const unpack = (packed: string): ProofSubject =>
  proofSubject.parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')));

export function findProof(table: Table, id: string): Promise<StoredProof | undefined> {
  return findItem(table, keys.proof(id), storedProof);
}

/** Adds a proof, or the next attempt of one; gives false when another request was first. */
export async function putProof(table: Table, proof: StoredProof): Promise<boolean> {
  try {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...keys.proof(proof.proof), ...proof },
        ConditionExpression: 'attribute_not_exists(pk) OR attempt < :attempt',
        ExpressionAttributeValues: { ':attempt': proof.attempt },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Writes how far an attempt is; one that was replaced by a later attempt writes nothing. */
export async function updateProof(table: Table, proof: StoredProof): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: { ...keys.proof(proof.proof), ...proof },
      ConditionExpression: 'attempt = :attempt',
      ExpressionAttributeValues: { ':attempt': proof.attempt },
    }),
  );
}
