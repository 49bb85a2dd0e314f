import type { APIGatewayProxyEvent } from 'aws-lambda';
import type { BodyType, Endpoint } from '../../domain/api/endpoint.ts';
import { Refusal } from './refusal.ts';

/** Who calls, as far as API Gateway has established it; each handler decides what it needs. */
export interface Caller {
  /** Token of `Authorization: Bearer`, unverified. */
  readonly bearer: string | undefined;
  /** Claims of a staff token that the authorizer has verified. */
  readonly claims: unknown;
  /** Id of the API key that API Gateway has accepted. */
  readonly apiKeyId: string | undefined;
}

/** What every request carries besides its declared parts. */
export interface Exchange {
  /** When API Gateway received the request: ISO 8601, UTC, milliseconds. The only clock of a handler. */
  readonly at: string;
  readonly requestId: string;
  readonly caller: Caller;
}

export function exchangeOf(event: APIGatewayProxyEvent): Exchange {
  const { requestTimeEpoch, requestId, identity, authorizer } = event.requestContext;
  return {
    at: new Date(requestTimeEpoch).toISOString(),
    requestId,
    caller: {
      bearer: /^Bearer\s+(\S+)$/i.exec(headersOf(event)['authorization'] ?? '')?.[1],
      claims: authorizer?.['claims'],
      apiKeyId: identity.apiKeyId ?? undefined,
    },
  };
}

/** Header values by their names in small letters. */
export function headersOf(event: APIGatewayProxyEvent): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** The media type of the body without its parameters, in small letters; undefined when there is no body. */
export function mediaTypeOf(event: APIGatewayProxyEvent): string | undefined {
  if (event.body === null || event.body === '') return undefined;
  return headersOf(event)['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The text of the body as sent. */
function textOf(event: APIGatewayProxyEvent): string {
  return event.isBase64Encoded
    ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
    : (event.body ?? '');
}

/**
 * The parts of a request, not yet parsed by the endpoint's schemas. A part that was not declared shows up
 * only when it was sent, so that a strict schema refuses it.
 * @throws Refusal 400 when JSON is malformed, 422 when a text has half of a character in it
 */
export function partsOf(event: APIGatewayProxyEvent, contract: Endpoint): Record<string, unknown> {
  const parts = sentParts(event, contract);
  const broken = illFormed(parts, []);
  if (broken === undefined) return parts;
  const errors = [{ field: broken.join('.'), message: 'has half of a character in it' }];
  throw new Refusal(422, { errors });
}

/** Where a text stands with half a surrogate pair, which no store and no mail can write down. */
function illFormed(value: unknown, path: readonly string[]): readonly string[] | undefined {
  if (typeof value === 'string') return value.isWellFormed() ? undefined : path;
  // Deeper than any field there is: the schema refuses what stands above it.
  if (typeof value !== 'object' || value === null || path.length > 30) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = name.isWellFormed() ? illFormed(inner, [...path, name]) : path;
    if (found) return found;
  }
  return undefined;
}

function sentParts(event: APIGatewayProxyEvent, contract: Endpoint): Record<string, unknown> {
  const parts: Record<string, unknown> = {};
  const names = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  if (names.length > 0) {
    parts['params'] = Object.fromEntries(names.map((name) => [name, event.pathParameters?.[name]]));
  }
  const query = queryOf(event);
  if (contract.request.query || Object.keys(query).length > 0) parts['query'] = query;
  if (contract.request.headers) parts['headers'] = headersOf(event);
  if (contract.request.body || mediaTypeOf(event) !== undefined) {
    parts['body'] = bodyOf(textOf(event), contract.consumes ?? 'application/json');
  }
  return parts;
}

function queryOf(event: APIGatewayProxyEvent): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(event.multiValueQueryStringParameters ?? {}).map(([name, values = []]) => [
      name,
      single(values),
    ]),
  );
}

function bodyOf(text: string, type: BodyType): unknown {
  if (type === 'application/x-www-form-urlencoded') {
    const form = new URLSearchParams(text);
    return Object.fromEntries([...new Set(form.keys())].map((name) => [name, single(form.getAll(name))]));
  }
  if (type === 'multipart/form-data') return text;
  if (text === '') return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refusal(400, { detail: 'the body is not JSON' });
  }
}

/** A field given once is a text, a repeated one a list: a schema for one of them refuses the other. */
function single(values: readonly string[]): string | readonly string[] {
  return values.length === 1 ? (values[0] ?? '') : values;
}
