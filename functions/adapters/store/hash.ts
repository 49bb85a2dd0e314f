import { createHash } from 'node:crypto';
import { canonical } from '../../../domain/api/canonical.ts';

/**
 * The hash by which contents are compared: SHA-256 of a text, or of the JSON of anything else with its keys in order,
 * for a table gives the keys of a map in any order.
 */
export function hashOf(content: unknown): string {
  const text = typeof content === 'string' ? content : canonical(content);
  return createHash('sha256').update(text).digest('hex');
}
