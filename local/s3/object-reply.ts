import type { AwsResponse } from '../service.ts';
import { S3Error } from './errors.ts';
import type { S3Request, Storage } from './operations.ts';
import type { StoredObject } from './object-store.ts';

/** Query parameters of a presigned URL that set a header of the answer. */
const OVERRIDES = [
  'content-type',
  'content-disposition',
  'content-language',
  'cache-control',
  'content-encoding',
  'expires',
];

interface Range {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/** One `bytes=` range within an object, undefined for the whole. Throws `InvalidRange`. */
function rangeOf(header: string | undefined, size: number): Range | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) {
    return undefined;
  }
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || start > end) {
    throw new S3Error('InvalidRange', 416, 'The requested range is not satisfiable', {
      ActualObjectSize: size,
    });
  }
  return { start, end };
}

/** GetObject's and HeadObject's answer: headers, and for GET the bytes or the range of them that was asked for. */
export function objectReply(
  { objects }: Storage,
  object: StoredObject,
  { method, headers, query }: S3Request,
): AwsResponse {
  const range = rangeOf(headers['range'], object.size);
  const { start, end } = range ?? { start: 0, end: object.size - 1 };
  const overrides = OVERRIDES.flatMap((name) => {
    const value = query.get(`response-${name}`);
    return value === null ? [] : [[name, value]];
  });
  const tagCount = Object.keys(object.tags).length;
  return {
    status: range === undefined ? 200 : 206,
    headers: {
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      'content-type': object.contentType,
      etag: `"${object.etag}"`,
      'last-modified': new Date(object.modified).toUTCString(),
      ...(range !== undefined && { 'content-range': `bytes ${start}-${end}/${object.size}` }),
      ...(tagCount > 0 && { 'x-amz-tagging-count': String(tagCount) }),
      ...Object.fromEntries(
        Object.entries(object.metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
      ),
      ...Object.fromEntries(overrides),
    },
    body: method === 'HEAD' ? '' : objects.read(object).subarray(start, end + 1),
  };
}
