import { parseJson } from '../../simulator/asl/json.ts';
import { invalidToken } from './errors.ts';
import type { Fields } from './fields.ts';

/** Most entries of a page; 0 means the default. */
const MAX_RESULTS = 1000;
const DEFAULT_RESULTS = 100;

export interface Page {
  /** Entries to pass over. */
  readonly offset: number;
  readonly size: number;
  /** The field that says where the next page begins, if there is one. */
  readonly next: (more: boolean) => { nextToken?: string };
}

/** Longest `nextToken` that most lists take. */
const MAX_TOKEN = 1024;

/** Reads `maxResults` and `nextToken`; throws InvalidToken for a token that another list gave. */
export function readPage(fields: Fields, list: string, maxToken = MAX_TOKEN): Page {
  const asked = fields.integer('maxResults', 0, MAX_RESULTS);
  const token = fields.optional('nextToken', { min: 1, max: maxToken });
  fields.done();
  const size = asked === undefined || asked === 0 ? DEFAULT_RESULTS : asked;
  const offset = token === undefined ? 0 : offsetOf(token, list);
  return {
    offset,
    size,
    next: (more) =>
      more ? { nextToken: Buffer.from(JSON.stringify([list, offset + size])).toString('base64') } : {},
  };
}

/** A page of a list that is held whole. */
export function slice<T>(
  page: Page,
  all: readonly T[],
): { readonly items: readonly T[]; readonly more: boolean } {
  const end = page.offset + page.size;
  return { items: all.slice(page.offset, end), more: all.length > end };
}

function offsetOf(token: string, list: string): number {
  try {
    const read = parseJson(Buffer.from(token, 'base64').toString());
    if (Array.isArray(read) && read[0] === list && typeof read[1] === 'number') return read[1];
  } catch {
    throw invalidToken();
  }
  throw invalidToken();
}
