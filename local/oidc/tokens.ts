import { randomUUID } from 'node:crypto';
import { errors, importJWK, jwtVerify, SignJWT } from 'jose';
import type { TokenUse, TokenVerifier } from '../rest/token-authorizer.ts';
import type { Clock } from '../service.ts';
import { ALGORITHM, type SigningKey } from './signing-key.ts';
import { accessClaims, idClaims, type StaffAccount } from './staff.ts';
import type { PoolClient, UserPool } from './user-pool.ts';

export interface Tokens extends TokenVerifier {
  /** A token as Cognito would give the account after a sign-in to the pool's first client. */
  issue(account: StaffAccount, use: TokenUse): Promise<string>;
}

export interface TokensOptions {
  readonly pool: UserPool;
  readonly key: SigningKey;
  /** The machine's clock: a token's life does not follow time travel. */
  readonly wall: Clock;
}

const clientClaim = (client: PoolClient, use: TokenUse): object =>
  use === 'id' ? { aud: client.id } : { client_id: client.id, scope: client.scopes.join(' '), version: 2 };

/** Issues and verifies the pool's tokens without the sign-in page. */
export async function createTokens({ pool, key, wall }: TokensOptions): Promise<Tokens> {
  const privateKey = await importJWK(key, ALGORITHM);
  const publicKey = await importJWK({ kty: key.kty, n: key.n, e: key.e }, ALGORITHM);
  const clientIds = new Set(pool.clients.map(({ id }) => id));
  return {
    async issue(account, use) {
      const [client] = pool.clients;
      if (client === undefined) {
        throw new Error(`User pool ${pool.id} has no client to issue a token for`);
      }
      const now = Math.floor(wall.now() / 1000);
      const seconds = use === 'id' ? client.idTokenSeconds : client.accessTokenSeconds;
      const claims = {
        ...(use === 'id' ? idClaims(account) : accessClaims(account)),
        ...clientClaim(client, use),
      };
      return new SignJWT({
        ...claims,
        auth_time: now,
        jti: randomUUID(),
        iss: pool.issuer,
        iat: now,
        exp: now + seconds,
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.kid })
        .sign(privateKey);
    },
    async verify(token, { poolIds, use }) {
      if (!poolIds.includes(pool.id)) {
        return { failure: 'invalid' };
      }
      try {
        const currentDate = new Date(wall.now());
        const { payload } = await jwtVerify(token, publicKey, {
          issuer: pool.issuer,
          algorithms: [ALGORITHM],
          currentDate,
        });
        const client = use === 'id' ? payload.aud : payload['client_id'];
        const isOurs = typeof client === 'string' && clientIds.has(client) && payload['token_use'] === use;
        return isOurs ? { claims: payload } : { failure: 'invalid' };
      } catch (error) {
        if (error instanceof errors.JOSEError) {
          return { failure: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
        }
        throw error;
      }
    },
  };
}
