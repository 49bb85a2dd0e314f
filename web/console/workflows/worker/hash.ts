import { CannotTry } from './cannot-try.ts';

const algorithms = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** `$hash(data, algorithm)` as the browser can compute it, in place of the one that needs Node. */
export async function hash(data: unknown, algorithm: unknown): Promise<string | undefined> {
  if (typeof data !== 'string' || typeof algorithm !== 'string') return undefined;
  if (algorithm === 'MD5') throw new CannotTry('$hash with MD5');
  if (!algorithms.includes(algorithm)) throw new Error(`Unsupported hashing algorithm: ${algorithm}.`);
  const digest = await crypto.subtle.digest(algorithm, new TextEncoder().encode(data));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
