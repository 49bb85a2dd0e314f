import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../functions/adapters/store/table.ts';

/** Has the next transactions cancelled, as DynamoDB does for a reason of this code; gives how many came. */
export function cancelling({ client }: Table, times: number, code = 'TransactionConflict'): () => number {
  let came = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName !== 'TransactWriteItemsCommand') return next(args);
      came += 1;
      if (came > times) return next(args);
      throw new TransactionCanceledException({
        $metadata: {},
        message: 'cancelled',
        CancellationReasons: [{ Code: code }, { Code: 'None' }],
      });
    },
    { step: 'initialize', name: 'cancels', override: true },
  );
  return () => came;
}
