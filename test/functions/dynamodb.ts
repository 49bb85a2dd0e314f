import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import type { Table } from '../../functions/adapters/store/table.ts';

const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
const key = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];

/**
 * A real DynamoDB in memory for the tests of one file, with a table like the deployed one. Tests share it,
 * so each uses an application of its own.
 */
export function useTable(): () => Table {
  let table: Table | undefined;
  let stop: (() => void) | undefined;

  beforeAll(async () => {
    const port = await freePort();
    const binary = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
    const server = spawn(binary, ['serve', '--port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
    stop = () => server.kill();
    await once(server.stderr, 'data');
    const base = new DynamoDBClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
    table = { client, name: 'applications' };
    await base.send(
      new CreateTableCommand({
        TableName: table.name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk'].map(text),
        KeySchema: key('pk', 'sk'),
        GlobalSecondaryIndexes: ['gsi1', 'gsi2'].map((IndexName) => ({
          IndexName,
          KeySchema: key(`${IndexName}pk`, `${IndexName}sk`),
          Projection: { ProjectionType: 'ALL' as const },
        })),
      }),
    );
  });

  afterAll(() => {
    table?.client.destroy();
    stop?.();
  });

  return () => {
    if (!table) throw new Error('the table is there once the tests run');
    return table;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has a port');
  server.close();
  await once(server, 'close');
  return address.port;
}
