import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { errors, type Provider } from 'oidc-provider';
import type { Resource } from '../resource.ts';
import type { MountedServer } from '../rest/front.ts';
import type { Clock } from '../service.ts';
import { loginPage } from './login-page.ts';
import { createProvider, localUrls, SESSION_COOKIE } from './provider.ts';
import { loadSigningKey } from './signing-key.ts';
import { checkAccounts, type StaffAccount, subjectOf } from './staff.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { readUserPool, type UserPool } from './user-pool.ts';

export interface SignInOptions {
  readonly database: DatabaseSync;
  readonly resources: readonly Resource[];
  readonly region: string;
  readonly accounts: readonly StaffAccount[];
  readonly wall: Clock;
}

/** Stands in for Cognito's managed login: the sign-in server, and the pool's tokens. */
export interface SignIn extends MountedServer {
  readonly pool: UserPool;
  readonly tokens: Tokens;
  /** A token of an account by user name or e-mail address, undefined when there is none. */
  issueToken(user: string, use?: 'id' | 'access'): Promise<string | undefined>;
}

const PREFIX = '/_local/oidc';
const INTERACTION = /^\/interaction\/[\w-]+$/;

function page(response: ServerResponse, accounts: readonly StaffAccount[], redirectUri: unknown): void {
  // Chromium holds a form's whole chain of redirects against form-action.
  const target =
    typeof redirectUri === 'string' && URL.canParse(redirectUri) ? new URL(redirectUri).origin : '';
  response
    .writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${target}; frame-ancestors 'none'; base-uri 'none'`,
      'cache-control': 'no-store',
    })
    .end(loginPage(accounts));
}

/** Creates the sign-in server; throws an `Error` for a template without a pool or an account in an unknown group. */
export async function createSignIn({
  database,
  resources,
  region,
  accounts,
  wall,
}: SignInOptions): Promise<SignIn> {
  const pool = readUserPool(resources, region);
  checkAccounts(accounts, pool);
  const key = await loadSigningKey(database);
  const tokens = await createTokens({ pool, key, wall });
  const providers = new Map<string, Provider>();

  /** The port is known when the first request comes. */
  const providerFor = (port: string): { provider: Provider; origins: string[] } => {
    const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
    const provider =
      providers.get(port) ?? createProvider({ database, pool, key, accounts, prefix: PREFIX, origins });
    providers.set(port, provider);
    return { provider, origins };
  };

  const interact = async (
    provider: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const { params } = await provider.interactionDetails(request, response);
    const user = request.method === 'POST' ? new URLSearchParams(await text(request)).get('user') : null;
    const account = accounts.find(({ userName }) => userName === user);
    if (account === undefined) {
      page(response, accounts, params['redirect_uri']);
    } else {
      await provider.interactionFinished(request, response, { login: { accountId: subjectOf(account) } });
    }
  };

  /** Cognito's own `/logout?client_id=…&logout_uri=…`. */
  const logOut = (query: URLSearchParams, origins: readonly string[], response: ServerResponse): void => {
    const client = pool.clients.find(({ id }) => id === query.get('client_id'));
    const target = query.get('logout_uri') ?? '';
    if (client === undefined || !localUrls(client.logoutUrls, origins).includes(target)) {
      response
        .writeHead(400, { 'content-type': 'text/plain' })
        .end('No such client, or logout_uri is not registered.');
      return;
    }
    const gone = [SESSION_COOKIE, `${SESSION_COOKIE}.sig`].map(
      (name) => `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`,
    );
    response.writeHead(302, { location: target, 'set-cookie': gone }).end();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const originalUrl = request.url ?? '/';
    const url = new URL(`http://127.0.0.1${originalUrl.slice(PREFIX.length)}`);
    const { provider, origins } = providerFor(String(request.socket.localPort));
    if (INTERACTION.test(url.pathname)) {
      await interact(provider, request, response);
    } else if (url.pathname === '/logout') {
      logOut(url.searchParams, origins, response);
    } else {
      // The provider finds its mount path by comparing the two.
      Object.assign(request, { originalUrl, url: originalUrl.slice(PREFIX.length) });
      await provider.callback()(request, response);
    }
  };

  return {
    prefix: PREFIX,
    pool,
    tokens,
    async handle(request, response) {
      try {
        await serve(request, response);
      } catch (error) {
        if (!(error instanceof errors.SessionNotFound)) {
          throw error;
        }
        response
          .writeHead(400, { 'content-type': 'text/plain' })
          .end('This sign-in has ended. Start again from the console.');
      }
    },
    async issueToken(user, use = 'id') {
      const account = accounts.find(({ userName, email }) => userName === user || email === user);
      return account && tokens.issue(account, use);
    },
  };
}
