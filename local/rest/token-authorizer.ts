import type { ApiMethod } from './api.ts';
import { GatewayError } from './gateway-response.ts';

export type TokenUse = 'id' | 'access';

/** A verified token's claims, or why it does not count. */
type Verdict =
  | { readonly claims: Readonly<Record<string, unknown>> }
  | { readonly failure: 'expired' | 'invalid' };

/** Checks a token of one of the user pools: signature, issuer, lifetime by the wall clock, use and client. */
export interface TokenVerifier {
  verify(
    token: string,
    wanted: { readonly poolIds: readonly string[]; readonly use: TokenUse },
  ): Promise<Verdict>;
}

const DATE_CLAIMS = new Set(['exp', 'iat']);

/** `Mon Mar 02 09:30:00 UTC 2026`: how a REST API spells the dates in Cognito's claims. */
function javaDate(epochSeconds: number): string {
  const [weekday, day, month, year, time] = new Date(epochSeconds * 1000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} UTC ${year}`;
}

function claimText(name: string, value: unknown): string {
  if (DATE_CLAIMS.has(name) && typeof value === 'number') {
    return javaDate(value);
  }
  if (Array.isArray(value)) {
    return value.join(',');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const refusal = (failure: 'expired' | 'invalid'): GatewayError =>
  new GatewayError(
    'UNAUTHORIZED',
    failure === 'expired' ? { message: 'The incoming token has expired' } : {},
  );

/**
 * A `COGNITO_USER_POOLS` authorizer: an id token for a method without scopes, else an access token with one of
 * them. Gives the claims as the texts a REST API makes of them, undefined for an open method.
 * Throws `GatewayError` UNAUTHORIZED.
 */
export async function authorize(
  method: ApiMethod,
  header: string | undefined,
  verifier: TokenVerifier,
): Promise<Record<string, string> | undefined> {
  const { poolIds, properties } = method;
  if (poolIds === undefined) {
    return undefined;
  }
  const token = header?.replace(/^Bearer +/i, '') ?? '';
  if (token === '') {
    throw refusal('invalid');
  }
  const scopes = properties.AuthorizationScopes;
  const verdict = await verifier.verify(token, { poolIds, use: scopes.length === 0 ? 'id' : 'access' });
  if ('failure' in verdict) {
    throw refusal(verdict.failure);
  }
  const { scope } = verdict.claims;
  const granted = typeof scope === 'string' ? scope.split(' ') : [];
  if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
    throw refusal('invalid');
  }
  return Object.fromEntries(
    Object.entries(verdict.claims).map(([name, value]) => [name, claimText(name, value)]),
  );
}
