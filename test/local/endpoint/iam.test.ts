import { expect, test } from 'vitest';
import type { RoleModel } from '../../../local/assembly/model.ts';
import type { JsonObject } from '../../../local/assembly/json.ts';
import { Iam, type Denial } from '../../../local/endpoint/iam.ts';

const table = 'arn:aws:dynamodb:us-east-1:123456789012:table/items';
const key = 'arn:aws:kms:us-east-1:123456789012:key/k';
const roleArn = 'arn:aws:iam::123456789012:role/reader';
const caller = { name: 'reader-function', roleArn };

function iam(statements: JsonObject[], reported: Denial[] = [], keyPolicy?: JsonObject): Iam {
  const document = { Version: '2012-10-17', Statement: statements };
  const role: RoleModel = {
    logicalId: 'Reader',
    name: 'reader',
    arn: roleArn,
    trust: {},
    policies: [{ name: 'p', document }],
  };
  return new Iam({
    roles: [role],
    resourcePolicies: (resource) => (resource === key ? keyPolicy : undefined),
    now: () => Date.parse('2026-03-02T09:00:00Z'),
    report: (denial) => void reported.push(denial),
  });
}

const read: JsonObject = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table };

test('what the role allows needs no word', async () => {
  expect(await iam([read]).refuse(caller, [{ action: 'dynamodb:GetItem', resource: table }])).toBeUndefined();
});

test('the first missing permission is said in the words of AWS, reported and kept', async () => {
  const reported: Denial[] = [];
  const decides = iam([read], reported);
  const denial = await decides.refuse(caller, [
    { action: 'dynamodb:GetItem', resource: table },
    { action: 'dynamodb:PutItem', resource: table },
  ]);
  expect(denial?.message).toBe(
    `User: arn:aws:sts::123456789012:assumed-role/reader/reader-function is not authorized to perform: dynamodb:PutItem on resource: ${table} because no policy allows the dynamodb:PutItem action`,
  );
  expect(reported).toEqual([denial]);
  expect(decides.denials).toMatchObject([{ at: '2026-03-02T09:00:00.000Z', action: 'dynamodb:PutItem' }]);
});

test('a deny outweighs an allow', async () => {
  const decides = iam([read, { Effect: 'Deny', Action: 'dynamodb:*', Resource: '*' }]);
  const denial = await decides.refuse(caller, [{ action: 'dynamodb:GetItem', resource: table }]);
  expect(denial?.message).toContain('with an explicit deny');
});

test('a condition is decided by what the call says of itself', async () => {
  const decrypt = { action: 'kms:Decrypt', resource: key };
  const via = (service: string): Record<string, string> => ({
    'kms:ViaService': `${service}.us-east-1.amazonaws.com`,
  });
  const through: JsonObject = { StringEquals: via('dynamodb') };
  const everybody = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'kms:*',
        Resource: '*',
        Principal: { AWS: 'arn:aws:iam::123456789012:root' },
      },
    ],
  };
  const decides = iam(
    [{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key, Condition: through }],
    [],
    everybody,
  );
  expect(await decides.refuse(caller, [{ ...decrypt, context: via('dynamodb') }])).toBeUndefined();
  expect(await decides.refuse(caller, [{ ...decrypt, context: via('s3') }])).toBeDefined();
});

test('a key whose own policy lets nobody in stays closed', async () => {
  const decides = iam([{ Effect: 'Allow', Action: 'kms:Decrypt', Resource: key }], [], {
    Version: '2012-10-17',
    Statement: [],
  });
  expect(await decides.refuse(caller, [{ action: 'kms:Decrypt', resource: key }])).toBeDefined();
});

test('people at this machine may do everything', async () => {
  const local = { name: 'local', roleArn: undefined };
  expect(await iam([]).refuse(local, [{ action: 'dynamodb:DeleteItem', resource: table }])).toBeUndefined();
});

test('a condition key the laptop cannot fill in is refused with the role that uses it', () => {
  const condition: JsonObject = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ['a'] } };
  expect(() => iam([{ ...read, Condition: condition }])).toThrow(
    'Reader: the condition key dynamodb:LeadingKeys',
  );
});
