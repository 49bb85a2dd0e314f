import { FunctionError } from './function-error.ts';
import { md5 } from './md5.ts';

const ALGORITHMS = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** `$hash(data, algorithm)`: hexadecimal digest of a string. Throws for an algorithm the service does not know. */
export async function hash(
  data: string | undefined,
  algorithm: string | undefined,
): Promise<string | undefined> {
  if (data === undefined || algorithm === undefined) return undefined;
  if (!ALGORITHMS.includes(algorithm)) {
    const said = `Unsupported hashing algorithm: ${algorithm}. Use one of ${ALGORITHMS.join(', ')}`;
    throw new FunctionError('D3137', said);
  }
  const bytes = new TextEncoder().encode(data);
  if (algorithm === 'MD5') return md5(bytes);
  const digest = await crypto.subtle.digest(algorithm, bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
