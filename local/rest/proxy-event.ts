import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { Api, ApiMethod } from './api.ts';
import type { LocalRequest } from './exchange.ts';

/** What has been found out about a request before its function is called. */
export interface Admitted {
  readonly api: Api;
  readonly method: ApiMethod;
  readonly pathParameters: Readonly<Record<string, string>>;
  /** Claims of the accepted token, in the form API Gateway hands them on. */
  readonly claims: Readonly<Record<string, string>> | undefined;
  readonly apiKey: { readonly id: string; readonly value: string } | undefined;
  readonly accountId: string;
  readonly requestId: string;
  /** Epoch milliseconds on the cloud's clock. */
  readonly now: number;
}

function orNull<T extends object>(values: T): T | null {
  return Object.keys(values).length === 0 ? null : values;
}

function multiValued(pairs: Iterable<readonly [string, string]>): Record<string, string[]> {
  // A map, as a parameter may be called `constructor`.
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

const lastOf = (values: Readonly<Record<string, readonly string[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.at(-1) ?? '']));

/** Dropped on the way: they speak of the connection, not of the request. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'te', 'trailer', 'transfer-encoding', 'upgrade']);

function headersOf(request: LocalRequest): Record<string, string[]> {
  const { rawHeaders } = request;
  const pairs = rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 && !HOP_BY_HOP.has(name.toLowerCase()) ? [[name, rawHeaders[index + 1] ?? '']] : [],
  );
  return multiValued([...pairs, ['X-Forwarded-For', request.sourceIp], ['X-Forwarded-Proto', 'http']]);
}

/** A media type of the API's list matches exactly, by its first half (`image/*`) or always (everything). */
export function isBinary(types: readonly string[], contentType: string): boolean {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return types.some(
    (known) =>
      known === '*/*' ||
      known.toLowerCase() === type ||
      (known.endsWith('/*') && type.startsWith(known.slice(0, -1))),
  );
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Common log format, e.g. `02/Mar/2026:09:30:00 +0000`. */
function commonLogTime(epochMs: number): string {
  const at = new Date(epochMs);
  const day = String(at.getUTCDate()).padStart(2, '0');
  return `${day}/${MONTHS[at.getUTCMonth()]}/${at.getUTCFullYear()}:${at.toISOString().slice(11, 19)} +0000`;
}

/**
 * The Lambda proxy event, payload format 1.0. Its time is the cloud's clock: everything a function knows of time
 * comes from here. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function proxyEvent(request: LocalRequest, admitted: Admitted): APIGatewayProxyEvent {
  const { api, method, pathParameters, claims, apiKey, accountId, requestId, now } = admitted;
  const headers = headersOf(request);
  const query = multiValued(request.query);
  const binary = isBinary(api.binaryMediaTypes, request.headers['content-type'] ?? '');
  const domainName = request.headers.host ?? '127.0.0.1';
  return {
    resource: method.resourcePath,
    path: request.path,
    httpMethod: request.method,
    headers: lastOf(headers),
    multiValueHeaders: headers,
    queryStringParameters: orNull(lastOf(query)),
    multiValueQueryStringParameters: orNull(query),
    pathParameters: orNull(pathParameters),
    stageVariables: api.stageVariables,
    requestContext: {
      accountId,
      apiId: api.id,
      authorizer: claims === undefined ? undefined : { claims },
      domainName,
      domainPrefix: domainName.split('.', 1)[0] ?? '',
      extendedRequestId: requestId,
      httpMethod: request.method,
      identity: {
        accessKey: null,
        accountId: null,
        apiKey: apiKey?.value ?? null,
        apiKeyId: apiKey?.id ?? null,
        caller: null,
        clientCert: null,
        cognitoAuthenticationProvider: null,
        cognitoAuthenticationType: null,
        cognitoIdentityId: null,
        cognitoIdentityPoolId: null,
        principalOrgId: null,
        sourceIp: request.sourceIp,
        user: null,
        userAgent: request.headers['user-agent'] ?? null,
        userArn: null,
      },
      path: `/${api.stage}${request.path}`,
      protocol: 'HTTP/1.1',
      requestId,
      requestTime: commonLogTime(now),
      requestTimeEpoch: now,
      resourceId: method.resourceId,
      resourcePath: method.resourcePath,
      stage: api.stage,
    },
    body: request.body.length === 0 ? null : request.body.toString(binary ? 'base64' : 'utf8'),
    isBase64Encoded: binary && request.body.length > 0,
  };
}
