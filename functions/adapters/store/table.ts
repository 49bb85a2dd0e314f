import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';

/** The one table, and the client that speaks to it. */
export interface Table {
  readonly client: DynamoDBDocumentClient;
  readonly name: string;
}

export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Opens the table once per cold start. */
export function openTable(name: string): Table {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return { client, name };
}

const contention = new Set(['ConditionalCheckFailed', 'TransactionConflict']);
const throttling = new Set(['ProvisionedThroughputExceeded', 'ThrottlingError']);

/** Why a transaction did not commit: for each write `None`, `ConditionalCheckFailed`, `TransactionConflict`… */
export class NotCommitted extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(`the transaction was cancelled: ${reasons.join(', ')}`);
    this.name = 'NotCommitted';
    this.reasons = reasons;
  }

  /** True when the condition of the write at this position did not hold. */
  refused(position: number): boolean {
    return this.reasons[position] === 'ConditionalCheckFailed';
  }

  /** True when another writer was faster or held an item: decided anew, on what stands then, it may succeed. */
  get contended(): boolean {
    return this.#passes && this.reasons.some((reason) => contention.has(reason));
  }

  /** True when no condition failed: the very same transaction may succeed later. */
  get unavailable(): boolean {
    return this.#passes && !this.reasons.includes('ConditionalCheckFailed');
  }

  /** False when a write is wrong in itself (`ValidationError`) and would be refused every time. */
  get #passes(): boolean {
    return this.reasons.every(
      (reason) => reason === 'None' || contention.has(reason) || throttling.has(reason),
    );
  }
}

/**
 * Commits up to 100 writes together or none of them.
 * @throws NotCommitted with a reason for each write
 */
export async function commit(table: Table, writes: readonly Write[]): Promise<void> {
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems: [...writes] }));
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    throw new NotCommitted((error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None'));
  }
}
