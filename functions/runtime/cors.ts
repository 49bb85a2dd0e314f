import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { headersOf } from './request.ts';

/** The origins of a comma-separated list, as the environment holds it. */
export function originsOf(list: string): readonly string[] {
  return list
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
}

/** Lets a browser page of an allowed origin read the reply; any other origin gets no such header. */
export function allowOrigin(
  event: APIGatewayProxyEvent,
  result: APIGatewayProxyResult,
  origins: readonly string[],
): APIGatewayProxyResult {
  const origin = headersOf(event)['origin'];
  const allowed = origin !== undefined && origins.includes(origin);
  return {
    ...result,
    headers: { ...result.headers, vary: 'origin', ...(allowed && { 'access-control-allow-origin': origin }) },
  };
}

/** Answers a browser that asks first whether it may call; ten minutes long it need not ask again. */
export function preflight(methods: readonly string[]): APIGatewayProxyResult {
  return {
    statusCode: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers': 'authorization, content-type, idempotency-key',
      'access-control-max-age': '600',
    },
    body: '',
  };
}
