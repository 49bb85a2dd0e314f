import type { APIGatewayProxyResult } from 'aws-lambda';
import { problemMediaType } from '../../domain/api/problem.ts';
import type { Problem } from '../../domain/api/problem.ts';
import type { ReplyType } from '../../domain/api/endpoint.ts';

/** Nothing here may be cached, unless an endpoint says so, or sniffed: most of it is about one person. */
const always = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A page has no script and no foreign resource, and its forms go only to where it came from. */
const pagePolicy = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'";

export function reply(
  status: number,
  type: ReplyType,
  body: string,
  cacheSeconds?: number,
): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: {
      ...always,
      ...(cacheSeconds !== undefined && { 'cache-control': `public, max-age=${cacheSeconds}` }),
      'content-type': `${type}; charset=utf-8`,
      ...(type === 'text/html' && { 'content-security-policy': pagePolicy }),
    },
    body,
  };
}

/** Sends a browser on with GET after a form was taken. */
export function seeOther(location: string): APIGatewayProxyResult {
  return { statusCode: 303, headers: { ...always, location }, body: '' };
}

export function problemReply(problem: Problem): APIGatewayProxyResult {
  return {
    statusCode: problem.status,
    headers: {
      ...always,
      ...(problem.status === 503 && { 'retry-after': '1' }),
      'content-type': problemMediaType,
    },
    body: JSON.stringify(problem),
  };
}
