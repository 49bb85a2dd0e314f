import * as z from 'zod';
import type { TableModel } from '../assembly/model.ts';
import type { DynamoDbClient } from './client.ts';

const described = z.object({
  Table: z.object({
    KeySchema: z.array(z.object({ AttributeName: z.string() })),
    GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).optional(),
    LatestStreamArn: z.string().optional(),
  }),
});
const tableList = z.object({ TableNames: z.array(z.string()) });

const indexNames = (indexes: readonly { IndexName: string }[] | undefined): string =>
  (indexes ?? [])
    .map(({ IndexName }) => IndexName)
    .sort()
    .join(', ');

const declared = z.object({
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string() })).optional(),
});

/**
 * Creates the tables that are not there yet and gives, by table name, the ARN of each stream as the local DynamoDB
 * calls it. TTL stays off: it would delete by the wall clock what the virtual clock still needs.
 * Throws an Error when a kept table has other indexes than the stack now declares.
 */
export async function createTables(
  client: DynamoDbClient,
  tables: readonly TableModel[],
): Promise<Map<string, string>> {
  const existing = tableList.parse(await client.call('DynamoDB_20120810.ListTables', {})).TableNames;
  const streams = new Map<string, string>();
  for (const table of tables) {
    if (!existing.includes(table.name)) await client.call('DynamoDB_20120810.CreateTable', table.create);
    const { Table } = described.parse(
      await client.call('DynamoDB_20120810.DescribeTable', { TableName: table.name }),
    );
    const [kept, wanted] = [
      Table.GlobalSecondaryIndexes,
      declared.parse(table.create).GlobalSecondaryIndexes,
    ].map(indexNames);
    if (kept !== wanted) {
      throw new Error(
        `the kept table ${table.name} has the indexes ${kept}, the stack wants ${wanted}: start with another --data directory`,
      );
    }
    if (Table.LatestStreamArn !== undefined) streams.set(table.name, Table.LatestStreamArn);
  }
  return streams;
}
