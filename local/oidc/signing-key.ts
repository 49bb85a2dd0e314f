import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';

/** Cognito signs with RS256. */
export const ALGORITHM = 'RS256';

const jwkSchema = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
  d: z.string(),
});

/** A private RSA key as a JWK. */
export type SigningKey = z.output<typeof jwkSchema>;

const row = z.object({ jwk: z.string() });

/** The pool's signing key: made once and kept with the data, so tokens outlive a restart. */
export async function loadSigningKey(database: DatabaseSync): Promise<SigningKey> {
  database.exec('CREATE TABLE IF NOT EXISTS oidc_key (name TEXT PRIMARY KEY, jwk TEXT NOT NULL)');
  const select = database.prepare("SELECT jwk FROM oidc_key WHERE name = 'signing'");
  const stored = select.get();
  if (stored !== undefined) {
    return jwkSchema.parse(JSON.parse(row.parse(stored).jwk));
  }
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: ALGORITHM };
  database.prepare("INSERT INTO oidc_key VALUES ('signing', ?)").run(JSON.stringify(jwk));
  return jwkSchema.parse(jwk);
}
