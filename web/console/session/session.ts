import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { User } from 'oidc-client-ts';
import * as z from 'zod';
import type { Config } from './config.ts';

const home = '/console/';

const profile = z.object({
  'cognito:username': z.string(),
  'cognito:groups': z.array(z.string()).default([]),
  name: z.optional(z.string()),
});

/** Whether this page was opened by the sign-in pages, on the way back. */
export const isBack = (): boolean => new URLSearchParams(location.search).has('state');

/** Whoever is signed in, as the pages need to know them; the API checks for itself. */
export interface Me {
  readonly id: string;
  readonly name: string | undefined;
  readonly isLead: boolean;
  /** Who edits workflows, messages and settings. */
  readonly isAdmin: boolean;
}

/** The session is over and could not be renewed. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/**
 * A sign-in by authorization code with PKCE. Tokens stay in this page's memory; a reload signs in anew, which
 * the sign-in pages remember, and comes back to the same address.
 */
export class Session {
  readonly #config: Config;
  readonly #manager: UserManager;

  constructor(config: Config) {
    const signIn = new URL(config.signIn, location.origin).href;
    this.#config = { ...config, signIn };
    this.#manager = new UserManager({
      authority: signIn,
      client_id: config.clientId,
      redirect_uri: `${location.origin}${home}`,
      scope: 'openid email profile',
      // Named here: the pool's discovery document is at an address that pages may not call.
      metadata: {
        issuer: signIn,
        authorization_endpoint: `${signIn}/oauth2/authorize`,
        token_endpoint: `${signIn}/oauth2/token`,
      },
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      // The code verifier has to outlive the redirect; it is worth nothing without the code.
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      automaticSilentRenew: false,
      monitorSession: false,
    });
  }

  /**
   * Finishes a sign-in that comes back, or begins one. Gives nobody while the browser is on its way to sign in.
   * @throws Error when the sign-in was refused
   */
  async open(): Promise<Me | undefined> {
    if (!isBack()) {
      await this.signIn();
      return undefined;
    }
    try {
      const user = await this.#manager.signinRedirectCallback();
      history.replaceState(null, '', cameFrom(user));
      return meOf(user);
    } catch (error) {
      history.replaceState(null, '', home);
      throw error;
    }
  }

  /** Leaves for the sign-in pages, to come back to the address shown now. */
  async signIn(): Promise<void> {
    await this.#manager.signinRedirect({ state: location.pathname });
  }

  async signOut(): Promise<void> {
    await this.#manager.removeUser();
    const query = new URLSearchParams({
      client_id: this.#config.clientId,
      logout_uri: `${location.origin}${home}`,
    });
    location.assign(`${this.#config.signIn}/logout?${query}`);
  }

  /**
   * The id token, which the API's authorizer wants; renewed when it has run out.
   * @throws SignedOut
   */
  async token(): Promise<string> {
    const user = await this.#manager.getUser();
    const current = user?.expired === false ? user : await this.#renewed();
    if (current?.id_token === undefined) throw new SignedOut('the session is over');
    return current.id_token;
  }

  async #renewed(): Promise<User | null> {
    try {
      return await this.#manager.signinSilent();
    } catch (error) {
      if (error instanceof ErrorResponse) throw new SignedOut(error.message);
      throw error;
    }
  }
}

/** The address the sign-in began at; anything that is no page of the console leads home. */
function cameFrom({ state }: User): string {
  return typeof state === 'string' && state.startsWith(home) ? state : home;
}

function meOf(user: User): Me {
  const { 'cognito:username': id, 'cognito:groups': groups, name } = profile.parse(user.profile);
  const isAdmin = groups.includes('admin');
  return { id, name, isLead: groups.includes('lead') || isAdmin, isAdmin };
}
