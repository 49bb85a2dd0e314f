import type { Json } from '../json.ts';

/** `$partition(array, size)`: the array in chunks of `size`; the last may be shorter. Undefined without both. */
export function partition(array: Json | undefined, size: Json | undefined): Json[][] | undefined {
  if (array === undefined || typeof size !== 'number') return undefined;
  const items = Array.isArray(array) ? array : [array];
  const length = Math.trunc(size);
  if (length < 0) throw new Error('The second argument of $partition must be a positive integer');
  if (length === 0) return undefined;
  const chunks: Json[][] = [];
  for (let start = 0; start < items.length; start += length) chunks.push(items.slice(start, start + length));
  return chunks;
}
