import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Record<string, string[]>;
  readonly headers?: Record<string, string>;
  /** A text is sent as it is; anything else as JSON. */
  readonly body?: unknown;
  readonly at?: string;
  readonly claims?: Record<string, unknown>;
  readonly apiKeyId?: string;
}

/** The event that API Gateway's REST proxy integration makes of a call. */
export function apiEvent(call: Call): APIGatewayProxyEvent {
  const body =
    call.body === undefined || typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
  const query = call.query ?? {};
  return {
    httpMethod: call.method,
    path: call.path,
    resource: '/api/{proxy+}',
    pathParameters: { proxy: call.path.replace('/api/', '') },
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...call.headers },
    multiValueHeaders: {},
    queryStringParameters: Object.fromEntries(Object.entries(query).map(([name, all]) => [name, all.at(-1)])),
    multiValueQueryStringParameters: query,
    stageVariables: null,
    body: body ?? null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '123456789012',
      apiId: 'api',
      authorizer: call.claims === undefined ? undefined : { claims: call.claims },
      httpMethod: call.method,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: null,
        apiKeyId: call.apiKeyId ?? null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: '203.0.113.7',
        user: null,
        userAgent: null,
        userArn: null,
      },
      path: call.path,
      protocol: 'HTTP/1.1',
      requestId: '5e2c7c1e-3d5e-4c35-8f3e-0c1f6d7e9a10',
      requestTimeEpoch: Date.parse(call.at ?? '2026-03-02T09:00:00.250Z'),
      resourceId: 'resource',
      resourcePath: '/api/{proxy+}',
      stage: 'live',
    },
  };
}

export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'function',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:function',
  memoryLimitInMB: '256',
  awsRequestId: '0d7e9a10-3d5e-4c35-8f3e-5e2c7c1e0c1f',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
