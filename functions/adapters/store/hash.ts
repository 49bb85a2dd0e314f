import { createHash } from 'node:crypto';

/** The hash by which contents are compared: SHA-256 of a text, or of the JSON of anything else. */
export function hashOf(content: unknown): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return createHash('sha256').update(text).digest('hex');
}
