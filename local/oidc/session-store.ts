import type { DatabaseSync } from 'node:sqlite';
import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod';

const row = z.object({ payload: z.string() });
const payloadSchema: z.ZodType<AdapterPayload> = z.looseObject({});

/**
 * Keeps the sign-in provider's sessions, grants, codes and refresh tokens with the data, one adapter per model.
 * Expiry is checked by the provider itself, which reads each payload's `exp`.
 */
export function createSessionStore(database: DatabaseSync): (model: string) => Adapter {
  database.exec(`
    CREATE TABLE IF NOT EXISTS oidc_session (model TEXT NOT NULL, id TEXT NOT NULL, uid TEXT, grant_id TEXT,
      payload TEXT NOT NULL, PRIMARY KEY (model, id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS oidc_session_grant ON oidc_session (grant_id);`);
  const upsert = database.prepare('INSERT OR REPLACE INTO oidc_session VALUES (?, ?, ?, ?, ?)');
  const byId = database.prepare('SELECT payload FROM oidc_session WHERE model = ? AND id = ?');
  const byUid = database.prepare('SELECT payload FROM oidc_session WHERE model = ? AND uid = ?');
  const consume = database.prepare(
    "UPDATE oidc_session SET payload = json_set(payload, '$.consumed', unixepoch()) WHERE model = ? AND id = ?",
  );
  const remove = database.prepare('DELETE FROM oidc_session WHERE model = ? AND id = ?');
  const revoke = database.prepare('DELETE FROM oidc_session WHERE grant_id = ?');
  const parse = (found: unknown): AdapterPayload | undefined =>
    found === undefined ? undefined : payloadSchema.parse(JSON.parse(row.parse(found).payload));

  return (model) => ({
    async upsert(id, payload) {
      upsert.run(model, id, payload.uid ?? null, payload.grantId ?? null, JSON.stringify(payload));
    },
    find: async (id) => parse(byId.get(model, id)),
    findByUid: async (uid) => parse(byUid.get(model, uid)),
    // Only the device flow has user codes; it is off.
    findByUserCode: async () => undefined,
    consume: async (id) => void consume.run(model, id),
    destroy: async (id) => void remove.run(model, id),
    revokeByGrantId: async (grantId) => void revoke.run(grantId),
  });
}
