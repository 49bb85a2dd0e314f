import { describe, expect, it } from 'vitest';
import { Contended } from '../../../../domain/steps/errors.ts';
import { keys } from '../../../../functions/adapters/store/keys.ts';
import { optimistically } from '../../../../functions/adapters/store/optimistic.ts';
import { NotCommitted } from '../../../../functions/adapters/store/table.ts';
import { cancelling } from '../../cancelling.ts';
import { useTable } from '../../dynamodb.ts';

const table = useTable();

/** Writes an item optimistically; gives the pauses it made. */
async function write(times: number, code: string) {
  const pauses: number[] = [];
  const came = cancelling(table(), times, code);
  const Put = { TableName: table().name, Item: keys.application(code) };
  const written = optimistically(
    table(),
    'the item',
    () => Promise.resolve({ writes: [{ Put }], result: 'written' }),
    (attempt) => Promise.resolve(void pauses.push(attempt)),
  );
  const result = await written.catch((error: unknown) => error);
  return { result, pauses, came: came() };
}

describe('a write that other writers come in between of', () => {
  it.each(['TransactionConflict', 'ConditionalCheckFailed'])(
    'is decided anew, after a pause (%s)',
    async (code) => {
      expect(await write(2, code)).toEqual({ result: 'written', pauses: [1, 2], came: 3 });
    },
  );

  it('gives up as contended when it lost every time', async () => {
    const { result, pauses, came } = await write(Infinity, 'TransactionConflict');
    expect(result).toBeInstanceOf(Contended);
    expect([pauses.length, came]).toEqual([7, 8]);
  });

  it.each(['ThrottlingError', 'ProvisionedThroughputExceeded', 'ValidationError'])(
    'is not tried again at once when no other writer is to blame (%s)',
    async (code) => {
      const { result, came } = await write(Infinity, code);
      expect(result).toBeInstanceOf(NotCommitted);
      expect(came).toBe(1);
    },
  );
});
