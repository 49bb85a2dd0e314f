import { describe, expect, test } from 'vitest';
import { Resolver } from '../../../local/assembly/resolver.ts';
import type { Json } from '../../../local/assembly/json.ts';

const template = {
  Parameters: { Stage: { Type: 'String', Default: 'prod' }, Asked: { Type: 'String' } },
  Mappings: { Sizes: { small: { memory: 128 } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    Both: { 'Fn::And': [{ Condition: 'IsProd' }, { 'Fn::Not': [{ Condition: 'IsProd' }] }] },
    Either: { 'Fn::Or': [{ Condition: 'Both' }, { Condition: 'IsProd' }] },
  },
  Resources: {},
  Outputs: {},
};

const resolver = new Resolver(template, 'Shop', {
  ref: (id) => (id === 'Table' ? 'shop-table' : undefined),
  attribute: (id, name) => (id === 'Table' ? `arn:${name}` : undefined),
});
const resolve = (value: Json): Json => resolver.resolve(value, 'here');

describe('intrinsic functions', () => {
  test.each<[string, Json, Json]>([
    ['Ref of a resource', { Ref: 'Table' }, 'shop-table'],
    ['Ref of a parameter', { Ref: 'Stage' }, 'prod'],
    ['pseudo parameters', [{ Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }], ['us-east-1', '123456789012']],
    ['Fn::GetAtt', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:Arn'],
    ['Fn::GetAtt of a nested attribute', { 'Fn::GetAtt': 'Table.Endpoint.Port' }, 'arn:Endpoint.Port'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Stage' }]] }, 'a-prod'],
    [
      'Fn::Sub',
      { 'Fn::Sub': '${AWS::Partition}:${Table}/${Table.Arn}/${!Kept}' },
      'aws:shop-table/arn:Arn/${Kept}',
    ],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${X}', { X: { Ref: 'Stage' } }] }, 'prod'],
    ['Fn::Select and Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b'] }] }, 'b'],
    ['Fn::If', { 'Fn::If': ['IsProd', 'yes', 'no'] }, 'yes'],
    ['Fn::And, Fn::Not', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['Fn::Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'small', 'memory'] }, 128],
    ['AWS::NoValue in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['AWS::NoValue in a list', [1, { 'Fn::If': ['Both', 2, { Ref: 'AWS::NoValue' }] }], [1]],
    ['Fn::Base64', { 'Fn::Base64': 'x' }, 'eA=='],
  ])('%s', (_name, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  test.each<[string, Json, RegExp]>([
    [
      'an intrinsic nobody here knows',
      { 'Fn::Cidr': [] },
      /here: the intrinsic function Fn::Cidr is not supported/,
    ],
    ['a reference to nothing', { Ref: 'Nothing' }, /here: cannot resolve Ref Nothing/],
    ['an attribute of nothing', { 'Fn::GetAtt': ['No', 'Arn'] }, /here: cannot resolve Fn::GetAtt No.Arn/],
    ['a parameter without a value', { Ref: 'Asked' }, /parameter Asked has no default/],
    ['a selection out of range', { 'Fn::Select': [3, ['a']] }, /out of range/],
  ])('refuses %s', (_name, value, message) => {
    expect(() => resolve(value)).toThrow(message);
  });
});
