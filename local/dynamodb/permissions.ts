import * as z from 'zod';
import { arn, region } from '../assembly/identity.ts';
import type { TableModel } from '../assembly/model.ts';
import type { Permission } from '../service.ts';

const named = z.object({ TableName: z.string() });
const request = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z.array(z.record(z.string(), named)).optional(),
});

/** IAM actions of the parts of a transaction. Source: DynamoDB developer guide, "IAM with transactions". */
const transactActions: ReadonlyMap<string, string> = new Map([
  ['Put', 'dynamodb:PutItem'],
  ['Update', 'dynamodb:UpdateItem'],
  ['Delete', 'dynamodb:DeleteItem'],
  ['ConditionCheck', 'dynamodb:ConditionCheckItem'],
  ['Get', 'dynamodb:GetItem'],
]);

/** An encrypted table is opened with the caller's own permission on its key, through DynamoDB. */
function keyPermissions(tables: readonly TableModel[], asked: readonly Permission[]): Permission[] {
  const context = { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` };
  return tables.flatMap(({ arn: tableArn, keyArn }) => {
    const isAsked = asked.some(
      ({ resource }) => resource === tableArn || resource.startsWith(`${tableArn}/`),
    );
    return keyArn !== undefined && isAsked ? [{ action: 'kms:Decrypt', resource: keyArn, context }] : [];
  });
}

function tablePermissions(operation: string, body: unknown, tables: readonly TableModel[]): Permission[] {
  const { TableName: name = '*', IndexName, RequestItems, TransactItems } = request.parse(body);
  const arnOf = (reference: string): string =>
    tables.find((table) => table.name === reference || table.arn === reference)?.arn ??
    arn('dynamodb', `table/${reference}`);
  const action = `dynamodb:${operation}`;
  if (TransactItems !== undefined) {
    return TransactItems.flatMap((part) => Object.entries(part)).map(([kind, { TableName }]) => ({
      action: transactActions.get(kind) ?? `dynamodb:${kind}`,
      resource: arnOf(TableName),
    }));
  }
  if (RequestItems !== undefined)
    return Object.keys(RequestItems).map((key) => ({ action, resource: arnOf(key) }));
  return [{ action, resource: IndexName === undefined ? arnOf(name) : `${arnOf(name)}/index/${IndexName}` }];
}

/**
 * What IAM is asked before a DynamoDB operation: one entry per table or index it touches; the parts of a transaction
 * count one by one, under the actions of the single operations.
 */
export function dynamoDbPermissions(
  operation: string,
  body: unknown,
  tables: readonly TableModel[],
): Permission[] {
  const asked = tablePermissions(operation, body, tables);
  return [...asked, ...keyPermissions(tables, asked)];
}
