import type { CorsRule } from './buckets.ts';

/** `https://*.example` and `*` match as S3 has it: one wildcard stands for anything. */
function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*');
  return after === undefined
    ? pattern === text
    : text.length >= pattern.length - 1 && text.startsWith(before) && text.endsWith(after);
}

export interface CorsQuestion {
  readonly origin: string;
  readonly method: string;
  /** Header names a preflight asks for, lower-cased. */
  readonly headers: readonly string[];
}

/**
 * The CORS headers of the first rule that allows the request, or undefined. `localOrigins` are the laptop's own
 * addresses: they stand for the site's domain and pass wherever a rule allows the method and headers.
 */
export function corsHeaders(
  rules: readonly CorsRule[],
  localOrigins: readonly string[],
  { origin, method, headers }: CorsQuestion,
): Record<string, string> | undefined {
  const rule = rules.find(
    ({ AllowedMethods, AllowedOrigins, AllowedHeaders }) =>
      AllowedMethods.includes(method) &&
      (localOrigins.includes(origin) || AllowedOrigins.some((pattern) => matches(pattern, origin))) &&
      headers.every((name) => AllowedHeaders.some((pattern) => matches(pattern.toLowerCase(), name))),
  );
  return (
    rule && {
      'access-control-allow-origin': rule.AllowedOrigins.includes('*') ? '*' : origin,
      'access-control-allow-methods': rule.AllowedMethods.join(', '),
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
      ...(headers.length > 0 && { 'access-control-allow-headers': headers.join(', ') }),
      ...(rule.ExposedHeaders.length > 0 && {
        'access-control-expose-headers': rule.ExposedHeaders.join(', '),
      }),
      ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    }
  );
}
