import * as z from 'zod';

/** What is read of each `AWS::ApiGateway::*` resource. Source: AWS CloudFormation template reference. */

export const restApi = z.looseObject({
  Name: z.string().default('api'),
  BinaryMediaTypes: z.array(z.string()).default([]),
});

export const apiResource = z.looseObject({
  RestApiId: z.string(),
  ParentId: z.string(),
  PathPart: z.string(),
});

const integrationResponse = z.looseObject({
  StatusCode: z.string(),
  SelectionPattern: z.string().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});

const integration = z.looseObject({
  Type: z.string(),
  Uri: z.string().optional(),
  TimeoutInMillis: z.number().default(29_000),
  IntegrationResponses: z.array(integrationResponse).default([]),
});

export const method = z.looseObject({
  RestApiId: z.string(),
  ResourceId: z.string(),
  HttpMethod: z.string(),
  AuthorizationType: z.string().default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
  ApiKeyRequired: z.boolean().default(false),
  RequestValidatorId: z.string().optional(),
  RequestModels: z.record(z.string(), z.string()).default({}),
  RequestParameters: z.record(z.string(), z.boolean()).default({}),
  Integration: integration,
});
export type MethodProperties = z.output<typeof method>;

export const model = z.looseObject({ Name: z.string().optional(), Schema: z.unknown() });

export const requestValidator = z.looseObject({
  ValidateRequestBody: z.boolean().default(false),
  ValidateRequestParameters: z.boolean().default(false),
});

export const authorizer = z.looseObject({
  Type: z.string(),
  IdentitySource: z.string().default('method.request.header.Authorization'),
  ProviderARNs: z.array(z.string()).default([]),
});

export const gatewayResponse = z.looseObject({
  ResponseType: z.string(),
  StatusCode: z.string().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});
export type GatewayResponseProperties = z.output<typeof gatewayResponse>;

const methodSetting = z.looseObject({
  HttpMethod: z.string().default('*'),
  ResourcePath: z.string().default('/*'),
  ThrottlingRateLimit: z.number().optional(),
  ThrottlingBurstLimit: z.number().optional(),
});
export type MethodSetting = z.output<typeof methodSetting>;

export const stage = z.looseObject({
  StageName: z.string(),
  Variables: z.record(z.string(), z.string()).optional(),
  MethodSettings: z.array(methodSetting).default([]),
});

export const apiKey = z.looseObject({
  Name: z.string().optional(),
  Value: z.string().optional(),
  Enabled: z.boolean().default(false),
});

const throttle = z.looseObject({ RateLimit: z.number(), BurstLimit: z.number() });
export const usagePlan = z.looseObject({
  ApiStages: z.array(z.looseObject({ ApiId: z.string(), Stage: z.string() })).default([]),
  Throttle: throttle.optional(),
  Quota: z.looseObject({ Limit: z.number(), Period: z.enum(['DAY', 'WEEK', 'MONTH']) }).optional(),
});
export type UsagePlanProperties = z.output<typeof usagePlan>;

export const usagePlanKey = z.looseObject({ KeyId: z.string(), UsagePlanId: z.string() });
