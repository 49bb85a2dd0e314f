import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import Provider, { type ClientMetadata, type KoaContextWithOIDC } from 'oidc-provider';
import { createSessionStore } from './session-store.ts';
import type { SigningKey } from './signing-key.ts';
import { accessClaims, idClaims, type StaffAccount, subjectOf } from './staff.ts';
import type { PoolClient, UserPool } from './user-pool.ts';

export const SESSION_COOKIE = '_session';

/** Stands for the API in the provider's terms; Cognito has no resource indicators. */
const RESOURCE = 'urn:hearback:api';

export interface ProviderOptions {
  readonly database: DatabaseSync;
  readonly pool: UserPool;
  readonly key: SigningKey;
  readonly accounts: readonly StaffAccount[];
  /** Path below which the provider is mounted. */
  readonly prefix: string;
  /** The laptop's own origins: a registered address counts there too, by its path. */
  readonly origins: readonly string[];
}

/** The registered addresses, and the same paths on the laptop. */
export function localUrls(urls: readonly string[], origins: readonly string[]): string[] {
  const paths = urls.map((url) => new URL(url)).map(({ pathname, search }) => pathname + search);
  return [...new Set([...urls, ...origins.flatMap((origin) => paths.map((path) => origin + path))])];
}

const clientMetadata = (client: PoolClient, origins: readonly string[]): ClientMetadata => ({
  client_id: client.id,
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: localUrls(client.callbackUrls, origins),
  post_logout_redirect_uris: localUrls(client.logoutUrls, origins),
  scope: client.scopes.join(' '),
});

/** Own staff need not consent to their own console: every sign-in is granted what its client may ask for. */
async function grantAll(ctx: KoaContextWithOIDC, pool: UserPool) {
  const { provider, client, session } = ctx.oidc;
  const scope = pool.clients.find(({ id }) => id === client?.clientId)?.scopes.join(' ') ?? '';
  const grant = new provider.Grant({
    ...(client !== undefined && { clientId: client.clientId }),
    ...(session?.accountId !== undefined && { accountId: session.accountId }),
  });
  grant.addOIDCScope(scope);
  grant.addResourceScope(RESOURCE, scope);
  await grant.save();
  return grant;
}

/**
 * An OpenID provider that gives tokens in Cognito's shape, with Cognito's endpoint paths below the prefix.
 * One difference stays: an access token also has an `aud`, for the provider insists.
 */
export function createProvider({
  database,
  pool,
  key,
  accounts,
  prefix,
  origins,
}: ProviderOptions): Provider {
  const bySubject = new Map(accounts.map((account) => [subjectOf(account), account]));
  const clientOf = (id: string | undefined): PoolClient | undefined =>
    pool.clients.find((client) => client.id === id);
  const scopes = [...new Set(pool.clients.flatMap((client) => client.scopes))];
  return new Provider(pool.issuer, {
    adapter: createSessionStore(database),
    clients: pool.clients.map((client) => clientMetadata(client, origins)),
    jwks: { keys: [key] },
    scopes,
    claims: {
      openid: ['sub', 'cognito:groups', 'cognito:username', 'email', 'email_verified', 'name', 'token_use'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    rotateRefreshToken: false,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    loadExistingGrant: (ctx) => grantAll(ctx, pool),
    async findAccount(_, subject) {
      const account = bySubject.get(subject);
      return account && { accountId: subject, claims: async () => ({ ...idClaims(account), sub: subject }) };
    },
    cookies: {
      names: { session: SESSION_COOKIE },
      keys: [createHash('sha256').update(key.d).digest('hex')],
      long: { path: '/', sameSite: 'lax' },
      short: { path: '/', sameSite: 'lax' },
    },
    renderError(ctx, { error, error_description: description }) {
      ctx.type = 'text/plain';
      ctx.body = `${error}${description === undefined ? '' : `: ${description}`}`;
    },
    interactions: { url: (_, { uid }) => `${prefix}/interaction/${uid}` },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      userinfo: '/oauth2/userInfo',
      revocation: '/oauth2/revoke',
      jwks: '/.well-known/jwks.json',
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => ({
          scope: scopes.join(' '),
          audience: client.clientId,
          accessTokenFormat: 'jwt',
          accessTokenTTL: clientOf(client.clientId)?.accessTokenSeconds ?? 0,
        }),
      },
    },
    formats: {
      customizers: {
        jwt(_, token, parts) {
          const account = 'accountId' in token ? bySubject.get(token.accountId) : undefined;
          if (account !== undefined) {
            Object.assign(parts.payload, accessClaims(account));
          }
        },
      },
    },
    ttl: {
      IdToken: (_, __, client) => clientOf(client.clientId)?.idTokenSeconds ?? 0,
      RefreshToken: (_, __, client) => clientOf(client.clientId)?.refreshTokenSeconds ?? 0,
      AccessToken: (_, __, client) => clientOf(client.clientId)?.accessTokenSeconds ?? 0,
      AuthorizationCode: 60,
      Session: 14 * 86_400,
      Grant: 30 * 86_400,
      Interaction: 3600,
    },
  });
}
