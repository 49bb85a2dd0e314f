import * as z from 'zod';
import type { LocalReply } from './exchange.ts';
import { GatewayError } from './gateway-response.ts';
import { isBinary } from './proxy-event.ts';

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** A function's answer in the proxy format; one more member and API Gateway calls it malformed. */
const proxyResult = z.strictObject({
  statusCode: z.coerce.number().int().min(100).max(599).default(200),
  headers: z.record(z.string(), headerValue).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(headerValue)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** API Gateway keeps these for itself and hands the function's own on under another name. */
const REMAPPED = new Set(['date', 'server', 'www-authenticate']);
const OWN = new Set(['connection', 'content-length', 'transfer-encoding']);

function headersOf(result: z.output<typeof proxyResult>): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = { 'content-type': 'application/json' };
  const given = [...Object.entries(result.headers ?? {}), ...Object.entries(result.multiValueHeaders ?? {})];
  for (const [name, value] of given) {
    const lower = name.toLowerCase();
    if (!OWN.has(lower)) {
      headers[REMAPPED.has(lower) ? `x-amzn-remapped-${lower}` : lower] = value;
    }
  }
  return headers;
}

/**
 * Turns a function's payload into the HTTP reply. An error payload or any other shape is a 502, as at
 * API Gateway; `report` is told why, for the client never is. Throws `GatewayError`.
 */
export function lambdaReply(
  payload: unknown,
  {
    accept,
    binaryMediaTypes,
    report,
  }: { accept: string; binaryMediaTypes: readonly string[]; report: (fault: string) => void },
): LocalReply {
  const parsed = proxyResult.safeParse(payload);
  if (!parsed.success) {
    report(`Malformed Lambda proxy response: ${JSON.stringify(payload).slice(0, 500)}`);
    throw new GatewayError('DEFAULT_5XX');
  }
  const { statusCode, body, isBase64Encoded } = parsed.data;
  // Bytes leave as bytes only when the Accept header names a binary type of the API; else the text stays encoded.
  const decode = isBase64Encoded === true && isBinary(binaryMediaTypes, accept.split(',', 1)[0] ?? '');
  return {
    status: statusCode,
    headers: headersOf(parsed.data),
    body: decode ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}
