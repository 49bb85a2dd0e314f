import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { type Resource, resourcesOf } from '../resource.ts';

export interface Key {
  readonly id: string;
  readonly arn: string;
  readonly description: string;
  /** KeySpec, e.g. `HMAC_256` or `SYMMETRIC_DEFAULT`. */
  readonly spec: string;
  /** KeyUsage, e.g. `GENERATE_VERIFY_MAC`. */
  readonly usage: string;
  readonly enabled: boolean;
}

/** The template's keys and their aliases. */
export interface KeyRing {
  /** Finds a key by id, ARN, `alias/name` or alias ARN. */
  find(reference: string): Key | undefined;
  /** The key's secret, made when first asked for and kept with the data. */
  secret(key: Key): Buffer;
}

export interface KeyRingOptions {
  readonly database: DatabaseSync;
  readonly resources: readonly Resource[];
  readonly account: string;
  readonly region: string;
}

const keySchema = z.looseObject({
  Description: z.string().default(''),
  KeySpec: z.string().default('SYMMETRIC_DEFAULT'),
  KeyUsage: z.string().default('ENCRYPT_DECRYPT'),
  Enabled: z.boolean().default(true),
});
const aliasSchema = z.looseObject({ AliasName: z.string(), TargetKeyId: z.string() });
const secretRow = z.object({ secret: z.instanceof(Uint8Array) });

/** HMAC_256 keys are 256 bits long. */
const SECRET_BYTES = 32;

/** Reads `AWS::KMS::Key` and `AWS::KMS::Alias`; the secrets live in `database`, so a MAC outlives a restart. */
export function createKeyRing({ database, resources, account, region }: KeyRingOptions): KeyRing {
  database.exec('CREATE TABLE IF NOT EXISTS kms_key (id TEXT PRIMARY KEY, secret BLOB NOT NULL)');
  const insert = database.prepare('INSERT OR IGNORE INTO kms_key VALUES (?, ?)');
  const select = database.prepare('SELECT secret FROM kms_key WHERE id = ?');
  const prefix = `arn:aws:kms:${region}:${account}:`;

  const keys = new Map<string, Key>();
  for (const { physicalId, properties } of resourcesOf(resources, 'AWS::KMS::Key', keySchema)) {
    const { Description, KeySpec, KeyUsage, Enabled } = properties;
    const arn = `${prefix}key/${physicalId}`;
    const key = {
      id: physicalId,
      arn,
      description: Description,
      spec: KeySpec,
      usage: KeyUsage,
      enabled: Enabled,
    };
    keys.set(physicalId, key).set(arn, key);
  }
  for (const { logicalId, properties } of resourcesOf(resources, 'AWS::KMS::Alias', aliasSchema)) {
    const key = keys.get(properties.TargetKeyId);
    if (key === undefined) {
      throw new Error(
        `${logicalId} (AWS::KMS::Alias) points at ${properties.TargetKeyId}, which is no key here`,
      );
    }
    keys.set(properties.AliasName, key).set(prefix + properties.AliasName, key);
  }
  return {
    find: (reference) => keys.get(reference),
    secret(key) {
      insert.run(key.id, randomBytes(SECRET_BYTES));
      return Buffer.from(secretRow.parse(select.get(key.id)).secret);
    },
  };
}
