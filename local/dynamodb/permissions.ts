import * as z from 'zod';
import { arn, region } from '../assembly/identity.ts';
import type { TableModel } from '../assembly/model.ts';
import type { Permission } from '../service.ts';

const item = z.record(z.string(), z.json());
const named = z.object({ TableName: z.string() });
const request = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  Key: item.optional(),
  Item: item.optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  TransactItems: z
    .array(z.record(z.string(), named.extend({ Key: item.optional(), Item: item.optional() })))
    .optional(),
});

/** IAM actions of the parts of a transaction. Source: DynamoDB developer guide, "IAM with transactions". */
const transactActions: Readonly<Record<string, string>> = {
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
  Delete: 'dynamodb:DeleteItem',
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Get: 'dynamodb:GetItem',
};

const attribute = z.union([z.object({ S: z.string() }), z.object({ N: z.string() })]);

function leadingKeys(
  table: TableModel | undefined,
  values: z.infer<typeof item> | undefined,
): Permission['context'] {
  const value = attribute.safeParse(values?.[table?.partitionKey ?? '']).data;
  if (value === undefined) return undefined;
  return { 'dynamodb:LeadingKeys': ['S' in value ? value.S : value.N] };
}

/** An encrypted table is opened with the caller's own permission on its key, through DynamoDB. */
function keyPermissions(tables: readonly TableModel[], asked: readonly Permission[]): Permission[] {
  return tables.flatMap(({ arn: tableArn, keyArn }) =>
    keyArn !== undefined &&
    asked.some(({ resource }) => resource === tableArn || resource.startsWith(`${tableArn}/`))
      ? [
          {
            action: 'kms:Decrypt',
            resource: keyArn,
            context: { 'kms:ViaService': `dynamodb.${region}.amazonaws.com` },
          },
        ]
      : [],
  );
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

function tablePermissions(operation: string, body: unknown, tables: readonly TableModel[]): Permission[] {
  const parsed = request.parse(body);
  const tableOf = (name: string): TableModel | undefined =>
    tables.find((table) => table.name === name || table.arn === name);
  const tableArn = (name: string): string => tableOf(name)?.arn ?? arn('dynamodb', `table/${name}`);
  const one = (action: string, name: string, values: z.infer<typeof item> | undefined): Permission => {
    const context = leadingKeys(tableOf(name), values);
    return { action, resource: tableArn(name), ...(context && { context }) };
  };
  if (parsed.TransactItems !== undefined) {
    return parsed.TransactItems.flatMap((part) =>
      Object.entries(part).map(([kind, { TableName, Key, Item }]) =>
        one(transactActions[kind] ?? `dynamodb:${kind}`, TableName, Key ?? Item),
      ),
    );
  }
  if (parsed.RequestItems !== undefined) {
    return Object.keys(parsed.RequestItems).map((name) => one(`dynamodb:${operation}`, name, undefined));
  }
  const name = parsed.TableName ?? '*';
  if (parsed.IndexName !== undefined) {
    return [{ action: `dynamodb:${operation}`, resource: `${tableArn(name)}/index/${parsed.IndexName}` }];
  }
  return [one(`dynamodb:${operation}`, name, parsed.Key ?? parsed.Item)];
}
