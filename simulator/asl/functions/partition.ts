import type { Json } from '../json.ts';
import { FunctionError } from './function-error.ts';

/**
 * `$partition(array, size)`: the array in chunks of `size`; the last may be shorter. Without a size it is one chunk;
 * nothing for an array without items and for a size of 0.
 */
export function partition(array?: Json, size?: number): Json[][] | undefined {
  if (array === undefined) return undefined;
  if (array === null) throw new FunctionError('T0412', 'no array', { index: 1, type: 'values' });
  const items = Array.isArray(array) ? array : [array];
  const length = size === undefined ? items.length : Math.trunc(size);
  if (length < 0) throw new FunctionError('D3137', 'Second argument must be zero or greater');
  if (length === 0 || items.length === 0) return undefined;
  const chunks: Json[][] = [];
  for (let start = 0; start < items.length; start += length) chunks.push(items.slice(start, start + length));
  return chunks;
}
