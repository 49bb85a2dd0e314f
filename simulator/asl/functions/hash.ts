import { md5 } from './md5.ts';

const ALGORITHMS = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** `$hash(data, algorithm)`: hexadecimal digest of a string. Throws for an algorithm the service does not know. */
export async function hash(data: unknown, algorithm: unknown): Promise<string | undefined> {
  if (typeof data !== 'string' || typeof algorithm !== 'string') return undefined;
  if (!ALGORITHMS.includes(algorithm))
    throw new Error(`Unsupported hashing algorithm: ${algorithm}. Use one of ${ALGORITHMS.join(', ')}`);
  const bytes = new TextEncoder().encode(data);
  if (algorithm === 'MD5') return md5(bytes);
  const digest = await crypto.subtle.digest(algorithm, bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
