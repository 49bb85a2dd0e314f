import { expect, test } from 'vitest';
import { InvokePermissions } from '../../../local/stack/invoke-permissions.ts';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:listener';
const rule = 'arn:aws:events:us-east-1:123456789012:rule/bus/heard';

function permissions(changes: Record<string, string> = {}): InvokePermissions {
  const properties = {
    Action: 'lambda:InvokeFunction',
    FunctionName: functionArn,
    Principal: 'events.amazonaws.com',
    SourceArn: rule,
    ...changes,
  };
  return new InvokePermissions([
    { logicalId: 'Allow', type: 'AWS::Lambda::Permission', physicalId: 'Allow', properties },
  ]);
}

const check = (granted: InvokePermissions): void => granted.check(functionArn, 'events.amazonaws.com', rule);

test.each([
  ['by ARN', {}],
  ['by name', { FunctionName: 'listener' }],
  ['for every rule of the bus', { SourceArn: 'arn:aws:events:us-east-1:123456789012:rule/bus/*' }],
])('a permission %s lets the rule in', (_name, changes) => {
  expect(() => check(permissions(changes))).not.toThrow();
});

test.each([
  ['another function', { FunctionName: 'other' }],
  ['another service', { Principal: 'apigateway.amazonaws.com' }],
  ['another rule', { SourceArn: `${rule}-not` }],
  ['another action', { Action: 'lambda:GetFunction' }],
])('a permission for %s does not', (_name, changes) => {
  expect(() => check(permissions(changes))).toThrow(
    `no AWS::Lambda::Permission lets events.amazonaws.com (${rule}) invoke ${functionArn}`,
  );
});
