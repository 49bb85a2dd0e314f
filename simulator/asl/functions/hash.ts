import { createHash } from 'node:crypto';

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** `$hash(data, algorithm)`: hexadecimal digest of a string. Throws for an algorithm the service does not know. */
export function hash(data: unknown, algorithm: unknown): string | undefined {
  if (typeof data !== 'string' || typeof algorithm !== 'string') return undefined;
  const name = ALGORITHMS[algorithm];
  if (name === undefined) {
    throw new Error(
      `Unsupported hashing algorithm: ${algorithm}. Use one of ${Object.keys(ALGORITHMS).join(', ')}`,
    );
  }
  return createHash(name).update(data, 'utf8').digest('hex');
}
