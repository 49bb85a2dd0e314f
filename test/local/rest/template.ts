import type { Resource } from '../../../local/resource.ts';

export const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:intake';
const RestApiId = 'api123';
const URI = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;

const resource = (type: string, logicalId: string, properties: object): Resource => ({
  logicalId,
  type: `AWS::ApiGateway::${type}`,
  physicalId: logicalId,
  properties,
});
const path = (id: string, ParentId: string, PathPart: string): Resource =>
  resource('Resource', id, { RestApiId, ParentId, PathPart });
export const method = (ResourceId: string, HttpMethod: string, more: object = {}): Resource =>
  resource('Method', `${ResourceId}${HttpMethod}`, {
    RestApiId,
    ResourceId,
    HttpMethod,
    AuthorizationType: 'NONE',
    Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST', Uri: URI },
    ...more,
  });
const cognito = { AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: 'Staff' };

/** A small API with one of everything Hearback's template uses. */
export const resources: readonly Resource[] = [
  resource('RestApi', 'api123', { Name: 'hearback', BinaryMediaTypes: ['application/pdf'] }),
  resource('Stage', 'Stage', {
    StageName: 'prod',
    MethodSettings: [
      { HttpMethod: 'GET', ResourcePath: '/~1api~1slow', ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 },
    ],
  }),
  path('Api', 'root', 'api'),
  path('Jobs', 'Api', 'jobs'),
  path('Job', 'Jobs', '{jobId}'),
  path('Open', 'Jobs', 'open'),
  path('Rest', 'Api', '{proxy+}'),
  path('Work', 'Api', 'work'),
  path('Admin', 'Api', 'admin'),
  path('Offers', 'Api', 'offers'),
  path('Slow', 'Api', 'slow'),
  path('Applications', 'Api', 'applications'),
  method('Jobs', 'GET'),
  method('Job', 'ANY'),
  method('Open', 'GET'),
  method('Rest', 'GET'),
  method('Slow', 'GET', { Integration: { Type: 'AWS_PROXY', Uri: URI, TimeoutInMillis: 60 } }),
  method('Work', 'GET', cognito),
  method('Admin', 'GET', { ...cognito, AuthorizationScopes: ['hearback/admin'] }),
  method('Offers', 'POST', { ApiKeyRequired: true }),
  resource('Authorizer', 'Staff', {
    Type: 'COGNITO_USER_POOLS',
    IdentitySource: 'method.request.header.Authorization',
    ProviderARNs: ['arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_Pool'],
  }),
  resource('Model', 'ApplicationModel', {
    Name: 'Application',
    ContentType: 'application/json',
    Schema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      required: ['name', 'age'],
      properties: { name: { type: 'string' }, age: { type: 'number', minimum: 0, exclusiveMinimum: true } },
      additionalProperties: false,
    },
  }),
  resource('RequestValidator', 'Validator', { ValidateRequestBody: true, ValidateRequestParameters: true }),
  method('Applications', 'POST', {
    RequestValidatorId: 'Validator',
    RequestModels: { 'application/json': 'Application' },
    RequestParameters: { 'method.request.querystring.source': true },
  }),
  method('Applications', 'OPTIONS', {
    Integration: {
      Type: 'MOCK',
      RequestTemplates: { 'application/json': '{ statusCode: 200 }' },
      IntegrationResponses: [
        {
          StatusCode: '204',
          ResponseParameters: {
            'method.response.header.Access-Control-Allow-Origin': "'https://careers.example'",
            'method.response.header.Access-Control-Allow-Methods': "'POST'",
          },
          ResponseTemplates: {
            'application/json':
              '#set($origin = $input.params().header.get("Origin"))\n#if($origin == "")\n  #set($origin = $input.params().header.get("origin"))\n#end\n#if($origin == "https://jobs.example" || $origin == "https://join.example")\n  #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end',
          },
        },
      ],
    },
  }),
  resource('GatewayResponse', 'BadBody', {
    ResponseType: 'BAD_REQUEST_BODY',
    StatusCode: '422',
    ResponseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" },
    ResponseTemplates: {
      'application/problem+json':
        '{"title":$context.error.messageString,"detail":"$context.error.validationErrorString","instance":"$context.requestId"}',
    },
  }),
  resource('ApiKey', 'ShopKey', { Name: 'shop', Value: 'shop-key-0123456789abcdef', Enabled: true }),
  resource('ApiKey', 'LooseKey', { Name: 'loose', Value: 'loose-key-0123456789abcde', Enabled: true }),
  resource('UsagePlan', 'ShopPlan', {
    ApiStages: [{ ApiId: RestApiId, Stage: 'prod' }],
    Throttle: { RateLimit: 1, BurstLimit: 2 },
    Quota: { Limit: 3, Period: 'DAY' },
  }),
  resource('UsagePlanKey', 'ShopPlanKey', { KeyId: 'ShopKey', KeyType: 'API_KEY', UsagePlanId: 'ShopPlan' }),
];
