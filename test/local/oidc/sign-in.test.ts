import { createHash, randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignIn, type SignIn } from '../../../local/oidc/sign-in.ts';
import type { Resource } from '../../../local/resource.ts';
import { createFront, type Front } from '../../../local/rest/front.ts';

const POOL = 'us-east-1_Pool12345';
const ISSUER = `https://cognito-idp.us-east-1.amazonaws.com/${POOL}`;
const resources = [
  { logicalId: 'Pool', type: 'AWS::Cognito::UserPool', physicalId: POOL, properties: {} },
  ...['recruiter', 'lead'].map((GroupName) => ({
    logicalId: GroupName,
    type: 'AWS::Cognito::UserPoolGroup',
    physicalId: GroupName,
    properties: { UserPoolId: POOL, GroupName },
  })),
  {
    logicalId: 'Console',
    type: 'AWS::Cognito::UserPoolClient',
    physicalId: 'console-client',
    properties: {
      UserPoolId: POOL,
      CallbackURLs: ['https://hearback.example/console/'],
      LogoutURLs: ['https://hearback.example/console/bye'],
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'hearback/admin'],
      IdTokenValidity: 30,
      TokenValidityUnits: { IdToken: 'minutes' },
    },
  },
];
const ana = { userName: 'ana', email: 'ana@shop.example', name: 'Ana Ruiz', groups: ['lead', 'recruiter'] };
const omar = { userName: 'omar', email: 'omar@shop.example', name: 'Omar <b>', groups: [] };

/** Follows redirects by hand with a cookie jar, as a browser would. */
function browser() {
  const jar = new Map<string, string>();
  return async (url: string, init: { method?: string; body?: URLSearchParams } = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
      jar.set(name, value);
    }
    return reply;
  };
}

describe('the sign-in', () => {
  const database = new DatabaseSync(':memory:');
  let wall = Date.now();
  let signIn: SignIn;
  let front: Front;
  let origin: string;
  const create = (accounts = [ana, omar], stack: readonly Resource[] = resources): Promise<SignIn> =>
    createSignIn({ database, resources: stack, region: 'us-east-1', accounts, wall: { now: () => wall } });
  const serve = async (): Promise<void> => {
    signIn = await create();
    const api = { handle: async () => ({ status: 200, body: '' }) };
    front = createFront({
      api,
      signIn,
      local: [],
      site: async () => undefined,
      report: (fault) => expect.fail(fault),
    });
    origin = await front.listen(0);
  };
  beforeAll(serve);
  afterAll(() => front.close());

  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const authorizeUrl = (more: Record<string, string> = {}): string =>
    `${origin}/_local/oidc/oauth2/authorize?${new URLSearchParams({
      client_id: 'console-client',
      response_type: 'code',
      scope: 'openid email hearback/admin',
      redirect_uri: `${origin}/console/`,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      state: 'deep-link',
      ...more,
    }).toString()}`;
  const exchange = (fields: Record<string, string>): Promise<Response> =>
    fetch(`${origin}/_local/oidc/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'console-client', ...fields }),
    });
  const signInAs = async (user: string): Promise<URL> => {
    const go = browser();
    const page = (await go(authorizeUrl())).headers.get('location') ?? '';
    const chosen = await go(new URL(page, origin).href, {
      method: 'POST',
      body: new URLSearchParams({ user }),
    });
    const back = await go(new URL(chosen.headers.get('location') ?? '', origin).href);
    return new URL(back.headers.get('location') ?? '');
  };

  it('shows the accounts to choose from, escaped', async () => {
    const go = browser();
    const location = (await go(authorizeUrl())).headers.get('location') ?? '';
    const page = await go(new URL(location, origin).href);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('Ana Ruiz');
    expect(html).toContain('Omar &lt;b&gt;');
  });

  it('gives tokens in the shape of Cognito after code and PKCE', async () => {
    const callback = await signInAs('ana');
    expect(callback.href).toContain(`${origin}/console/?`);
    expect(callback.searchParams.get('state')).toBe('deep-link');
    const reply = await exchange({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      code_verifier: verifier,
      redirect_uri: `${origin}/console/`,
    });
    const tokens = (await reply.json()) as Record<string, string>;
    const id = decodeJwt(tokens['id_token'] ?? '');
    expect(id).toMatchObject({
      iss: ISSUER,
      aud: 'console-client',
      token_use: 'id',
      'cognito:groups': ['lead', 'recruiter'],
      'cognito:username': 'ana',
      email: 'ana@shop.example',
      name: 'Ana Ruiz',
    });
    expect((id.exp ?? 0) - (id.iat ?? 0)).toBe(1800);
    const access = decodeJwt(tokens['access_token'] ?? '');
    expect(access).toMatchObject({
      iss: ISSUER,
      client_id: 'console-client',
      token_use: 'access',
      username: 'ana',
    });
    expect(String(access['scope']).split(' ')).toContain('hearback/admin');
    const poolIds = [POOL];
    expect(await signIn.tokens.verify(tokens['id_token'] ?? '', { poolIds, use: 'id' })).toMatchObject({
      claims: { sub: id.sub },
    });
    expect(
      await signIn.tokens.verify(tokens['access_token'] ?? '', { poolIds, use: 'access' }),
    ).toHaveProperty('claims');
    expect(await signIn.tokens.verify(tokens['access_token'] ?? '', { poolIds, use: 'id' })).toEqual({
      failure: 'invalid',
    });

    await front.close();
    await serve();
    const refreshed = await exchange({
      grant_type: 'refresh_token',
      refresh_token: tokens['refresh_token'] ?? '',
    });
    const again = (await refreshed.json()) as Record<string, string>;
    expect(decodeJwt(again['id_token'] ?? '').sub).toBe(id.sub);
    expect(await signIn.tokens.verify(tokens['id_token'] ?? '', { poolIds, use: 'id' })).toHaveProperty(
      'claims',
    );
  });

  it('refuses a code without its verifier', async () => {
    const code = (await signInAs('ana')).searchParams.get('code') ?? '';
    const redirect_uri = `${origin}/console/`;
    const reply = await exchange({
      grant_type: 'authorization_code',
      code,
      code_verifier: 'x'.repeat(43),
      redirect_uri,
    });
    expect([reply.status, await reply.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  it('sends nobody to an address that is not registered', async () => {
    const reply = await fetch(authorizeUrl({ redirect_uri: 'https://evil.example/' }), {
      redirect: 'manual',
    });
    expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
  });

  it('has the discovery document of the mounted path, with the pool as issuer', async () => {
    const discovery = await (await fetch(`${origin}/_local/oidc/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({
      issuer: ISSUER,
      token_endpoint: `${origin}/_local/oidc/oauth2/token`,
      jwks_uri: `${origin}/_local/oidc/.well-known/jwks.json`,
    });
    const jwks = (await (await fetch(`${origin}/_local/oidc/.well-known/jwks.json`)).json()) as {
      keys: object[];
    };
    expect(jwks.keys).toHaveLength(1);
    expect(jwks.keys[0]).not.toHaveProperty('d');
  });

  it('logs out by the way of Cognito, to registered addresses only', async () => {
    const logOut = (uri: string) =>
      fetch(`${origin}/_local/oidc/logout?client_id=console-client&logout_uri=${encodeURIComponent(uri)}`, {
        redirect: 'manual',
      });
    const reply = await logOut(`${origin}/console/bye`);
    expect([reply.status, reply.headers.get('location')]).toEqual([302, `${origin}/console/bye`]);
    expect((await logOut('https://evil.example/')).status).toBe(400);
  });

  it('says so when the sign-in has ended', async () => {
    expect((await fetch(`${origin}/_local/oidc/interaction/none`)).status).toBe(400);
  });

  describe('a token without the page', () => {
    const poolIds = [POOL];

    it('is found by user name or address', async () => {
      const token = (await signIn.issueToken('ana@shop.example')) ?? '';
      const verdict = await signIn.tokens.verify(token, { poolIds, use: 'id' });
      expect(verdict).toMatchObject({
        claims: { 'cognito:username': 'ana', 'cognito:groups': ['lead', 'recruiter'] },
      });
      expect(await signIn.issueToken('nobody')).toBeUndefined();
    });

    it('expires by the wall clock', async () => {
      const token = (await signIn.issueToken('ana')) ?? '';
      wall += 1801 * 1000;
      expect(await signIn.tokens.verify(token, { poolIds, use: 'id' })).toEqual({ failure: 'expired' });
    });

    it.each([
      ['of another pool', async () => (await signIn.issueToken('ana')) ?? '', ['us-east-1_Other']],
      ['that is no JWT', async () => 'nonsense', [POOL]],
      [
        'signed by another key',
        async () => {
          const options = {
            database: new DatabaseSync(':memory:'),
            resources,
            region: 'us-east-1',
            accounts: [ana],
            wall: { now: () => wall },
          };
          return (await (await createSignIn(options)).issueToken('ana')) ?? '';
        },
        [POOL],
      ],
    ])('%s does not count', async (_, token, pools) => {
      expect(await signIn.tokens.verify(await token(), { poolIds: pools, use: 'id' })).toEqual({
        failure: 'invalid',
      });
    });
  });

  it('refuses an account in a group the pool does not have', async () => {
    await expect(create([{ ...ana, groups: ['king'] }])).rejects.toThrow('Staff account ana is in king');
  });

  it('refuses a pool that would make up the names of its accounts', async () => {
    const stack = resources.map((resource) =>
      resource.physicalId === POOL
        ? { ...resource, properties: { UsernameAttributes: ['email'] } }
        : resource,
    );
    await expect(create([ana], stack)).rejects.toThrow('Cognito makes them up');
  });
});
