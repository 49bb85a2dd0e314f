import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { createRestApi } from '../../../local/rest/rest-api.ts';
import { method, resources } from './template.ts';

const create = (more: typeof resources) => () =>
  createRestApi({
    resources: more,
    accountId: '123456789012',
    database: new DatabaseSync(':memory:'),
    clock: { now: () => 0 },
    wall: { now: () => 0 },
    verifier: { verify: async () => ({ failure: 'invalid' }) },
    invoke: async () => null,
    report: () => {},
  });
const model = (Schema: object) => ({
  logicalId: 'Odd',
  type: 'AWS::ApiGateway::Model',
  physicalId: 'Odd',
  properties: { Name: 'Odd', Schema },
});

describe('a template the laptop cannot serve as API Gateway would is refused, by resource', () => {
  it.each([
    [
      'an HTTP integration',
      method('Jobs', 'PUT', { Integration: { Type: 'HTTP', Uri: 'https://x.example' } }),
      'JobsPUT',
    ],
    [
      'IAM authorization',
      method('Jobs', 'PUT', { AuthorizationType: 'AWS_IAM' }),
      'JobsPUT: authorization AWS_IAM',
    ],
    [
      'an unknown model',
      method('Jobs', 'PUT', {
        RequestValidatorId: 'Validator',
        RequestModels: { 'application/json': 'None' },
      }),
      'there is no model None',
    ],
    [
      'a keyword younger than draft-04',
      model({ type: 'object', properties: { kind: { const: 'a' } } }),
      'Unsupported keyword(s): ["const"]',
    ],
    [
      'a numeric exclusiveMinimum',
      model({ type: 'number', exclusiveMinimum: 0 }),
      'exclusiveMinimum is a boolean',
    ],
    [
      'a keyword of draft 2019-09',
      model({ type: 'object', unevaluatedProperties: false }),
      '["unevaluatedProperties"]',
    ],
  ])('%s', (_, resource, message) => {
    expect(create([...resources, resource])).toThrow(message);
  });

  it.each([
    '$util.escapeJavaScript($context.error.message)',
    '#if($context.stage)',
    '$input.body',
    '${util.x}',
  ])('%s in a gateway response, which knows no VTL', (code) => {
    const ResponseTemplates = { 'application/json': `{"message":"${code}"}` };
    const properties = { ResponseType: 'THROTTLED', ResponseTemplates };
    const response = {
      logicalId: 'Odd',
      type: 'AWS::ApiGateway::GatewayResponse',
      physicalId: 'Odd',
      properties,
    };
    expect(create([...resources, response])).toThrow('Odd: a gateway response knows no VTL');
  });

  it('two APIs', () => {
    const second = {
      logicalId: 'Other',
      type: 'AWS::ApiGateway::RestApi',
      physicalId: 'other',
      properties: {},
    };
    expect(create([...resources, second])).toThrow('exactly one REST API');
  });
});

it('lists the API keys for whoever runs the laptop; a key without a value has one', () => {
  const key = {
    logicalId: 'Bare',
    type: 'AWS::ApiGateway::ApiKey',
    physicalId: 'bare',
    properties: { Enabled: true },
  };
  const { keys } = create([...resources, key])();
  expect(keys.map(({ name }) => name)).toEqual(['shop', 'loose', 'Bare']);
  expect(keys[2]?.value).toMatch(/^[A-Za-z0-9]{40}$/);
});
