import { expect, test } from 'vitest';
import type { TableModel } from '../../../local/assembly/model.ts';
import { dynamoDbPermissions } from '../../../local/dynamodb/permissions.ts';

const arn = 'arn:aws:dynamodb:us-east-1:123456789012:table/items';
const table: TableModel = {
  logicalId: 'Items',
  name: 'items',
  arn,
  streamArn: undefined,
  partitionKey: 'pk',
  ttlAttribute: undefined,
  keyArn: undefined,
  create: {},
};
const asked = (operation: string, body: object, keyArn?: string): string[] =>
  dynamoDbPermissions(operation, body, [{ ...table, keyArn }]).map(
    ({ action, resource, context }) =>
      `${action} ${resource}${context === undefined ? '' : ` ${JSON.stringify(context)}`}`,
  );

test.each<[string, string, object, string[]]>([
  ['an operation on a table', 'GetItem', { TableName: 'items' }, [`dynamodb:GetItem ${arn}`]],
  ['a table by ARN', 'GetItem', { TableName: arn }, [`dynamodb:GetItem ${arn}`]],
  [
    'a query on an index',
    'Query',
    { TableName: 'items', IndexName: 'gsi1' },
    [`dynamodb:Query ${arn}/index/gsi1`],
  ],
  ['a batch', 'BatchGetItem', { RequestItems: { items: {} } }, [`dynamodb:BatchGetItem ${arn}`]],
  [
    'a transaction, part by part',
    'TransactWriteItems',
    { TransactItems: [{ Put: { TableName: 'items' } }, { ConditionCheck: { TableName: 'items' } }] },
    [`dynamodb:PutItem ${arn}`, `dynamodb:ConditionCheckItem ${arn}`],
  ],
])('%s', (_name, operation, body, expected) => {
  expect(asked(operation, body)).toEqual(expected);
});

test('an encrypted table asks for its key, through DynamoDB', () => {
  expect(asked('PutItem', { TableName: 'items' }, 'arn:key')).toEqual([
    `dynamodb:PutItem ${arn}`,
    'kms:Decrypt arn:key {"kms:ViaService":"dynamodb.us-east-1.amazonaws.com"}',
  ]);
});
