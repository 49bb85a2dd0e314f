import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { flat, synthesize } from './synthesized.ts';

const { all, template } = synthesize();
const text = z.unknown().transform(flat);
const resources = new Map(
  all('AWS::ApiGateway::Resource', z.looseObject({ ParentId: text, PathPart: z.string() })).map(
    ({ id, properties }) => [`<${id}>`, properties],
  ),
);
const pathOf = (reference: string): string => {
  const found = resources.get(reference);
  return found === undefined ? '' : `${pathOf(found.ParentId)}/${found.PathPart}`;
};
const method = z.looseObject({
  HttpMethod: z.string(),
  ResourceId: text,
  AuthorizationType: z.string(),
  ApiKeyRequired: z.boolean().default(false),
  RequestModels: z.optional(z.record(z.string(), z.unknown())),
  Integration: z.looseObject({ Type: z.string(), Uri: text }),
});
const methods = all('AWS::ApiGateway::Method', method).map(({ properties }) => ({
  ...properties,
  route: `${properties.HttpMethod} ${pathOf(properties.ResourceId)}`,
  handler: /<Audiences(Intake|Candidate|Recruiter|Interviewer|Shop|Figures)/.exec(
    properties.Integration.Uri,
  )?.[1],
}));

describe('The API', () => {
  test('serves exactly these routes, each by the handler of its audience', () => {
    expect(Object.fromEntries(methods.map(({ route, handler }) => [route, handler]))).toEqual({
      'GET /api/jobs': 'Intake',
      'OPTIONS /api/jobs': 'Intake',
      'GET /api/jobs/{jobId}': 'Intake',
      'OPTIONS /api/jobs/{jobId}': 'Intake',
      'POST /api/uploads': 'Intake',
      'OPTIONS /api/uploads': 'Intake',
      'POST /api/applications': 'Intake',
      'OPTIONS /api/applications': 'Intake',
      'GET /api/openapi.json': 'Intake',
      'ANY /api/candidate/{proxy+}': 'Candidate',
      'GET /api/unsubscribe': 'Candidate',
      'POST /api/unsubscribe': 'Candidate',
      'GET /api/record': 'Figures',
      'GET /api/staff/record': 'Figures',
      'GET /api/staff/record.csv': 'Figures',
      'GET /api/staff/offers': 'Figures',
      'GET /api/staff/offers/{campaign}/codes': 'Figures',
      'ANY /api/staff/{proxy+}': 'Recruiter',
      'ANY /api/interviewer/{proxy+}': 'Interviewer',
      'POST /api/shop/{proxy+}': 'Shop',
    });
  });

  test('lets only signed-in staff at what is for staff, and only shops with a key at codes', () => {
    const guarded = methods.filter(({ AuthorizationType }) => AuthorizationType !== 'NONE');
    expect(guarded.map(({ route, AuthorizationType }) => [route, AuthorizationType])).toEqual([
      ['GET /api/staff/record', 'COGNITO_USER_POOLS'],
      ['GET /api/staff/record.csv', 'COGNITO_USER_POOLS'],
      ['GET /api/staff/offers', 'COGNITO_USER_POOLS'],
      ['GET /api/staff/offers/{campaign}/codes', 'COGNITO_USER_POOLS'],
      ['ANY /api/staff/{proxy+}', 'COGNITO_USER_POOLS'],
      ['GET /api/files/{proxy+}', 'COGNITO_USER_POOLS'],
      ['ANY /api/admin/{proxy+}', 'COGNITO_USER_POOLS'],
    ]);
    expect(methods.filter(({ ApiKeyRequired }) => ApiKeyRequired).map(({ route }) => route)).toEqual([
      'POST /api/shop/{proxy+}',
    ]);
  });

  test('bounds an application sent as JSON and leaves a form alone', () => {
    const modelled = methods.filter(({ RequestModels }) => RequestModels);
    expect(modelled.map(({ route, RequestModels }) => [route, Object.keys(RequestModels ?? {})])).toEqual([
      ['POST /api/applications', ['application/json']],
    ]);
    const schema = z.looseObject({
      Schema: z.looseObject({ properties: z.record(z.string(), z.unknown()) }),
    });
    const [model] = all('AWS::ApiGateway::Model', schema);
    expect(model?.properties.Schema.properties).toMatchObject({
      jobId: { type: 'string' },
      candidate: { type: 'object', properties: { name: { type: 'string' } } },
    });
    // A missing field is for the handler to name.
    expect(JSON.stringify(model)).not.toMatch(/required|maxLength|pattern|enum/);
  });

  test('logs no address, no path with an id or token, no query', () => {
    const stage = z.looseObject({ AccessLogSetting: z.looseObject({ Format: z.string() }) });
    const [{ properties } = { properties: undefined }] = all('AWS::ApiGateway::Stage', stage);
    const logged = properties?.AccessLogSetting.Format ?? '';
    expect(logged).toContain('$context.resourcePath');
    for (const personal of ['identity', '$context.path', 'authorizer', 'querystring', 'protocol'])
      expect(logged).not.toContain(personal);
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      TracingEnabled: true,
      MethodSettings: [{ DataTraceEnabled: false, LoggingLevel: 'ERROR' }],
    });
  });

  test('refuses in problem details whatever it refuses by itself', () => {
    const response = z.looseObject({
      ResponseType: z.string(),
      StatusCode: z.string(),
      ResponseParameters: z.record(z.string(), z.string()),
      ResponseTemplates: z.record(z.string(), z.string()),
    });
    const refusals = all('AWS::ApiGateway::GatewayResponse', response).map(({ properties }) => properties);
    expect(refusals.map(({ ResponseType }) => ResponseType)).toEqual(
      expect.arrayContaining(['DEFAULT_4XX', 'DEFAULT_5XX', 'THROTTLED', 'UNAUTHORIZED', 'BAD_REQUEST_BODY']),
    );
    for (const { StatusCode, ResponseParameters, ResponseTemplates } of refusals) {
      expect(ResponseParameters['gatewayresponse.header.Content-Type']).toBe("'application/problem+json'");
      const body: unknown = JSON.parse(ResponseTemplates['application/json'] ?? '');
      expect(body).toMatchObject({
        type: 'about:blank',
        status: Number(StatusCode),
        instance: '$context.requestId',
      });
    }
  });

  test('speaks TLS 1.2 with forward secrecy or better', () => {
    template.hasResourceProperties('AWS::ApiGateway::RestApi', {
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09',
      EndpointAccessMode: 'STRICT',
    });
  });
});
