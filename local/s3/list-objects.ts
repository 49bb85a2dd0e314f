import type { AwsResponse } from '../service.ts';
import { element, S3Error, xmlReply } from './errors.ts';
import type { Call, Storage } from './operations.ts';

const MAX_KEYS = 1000;

/** ListObjectsV2 without a delimiter. Throws `InvalidArgument`. */
export function listObjects({ objects }: Storage, { bucket, request }: Call): AwsResponse {
  const { query } = request;
  const prefix = query.get('prefix') ?? '';
  const limit = Number(query.get('max-keys') ?? MAX_KEYS);
  if (query.get('list-type') !== '2' || !Number.isInteger(limit) || limit < 0 || limit > MAX_KEYS) {
    throw new S3Error('InvalidArgument', 400, 'list-type must be 2 and max-keys between 0 and 1000');
  }
  // The token is the last key of the page before, not readable at a glance, as S3's is not.
  const token = query.get('continuation-token');
  const after =
    token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString('utf8');
  const found = objects.list(bucket.name, { prefix, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const isTruncated = found.length > limit && last !== undefined;
  const asked = query.get('encoding-type') === 'url' ? encodeURIComponent : (text: string) => text;
  const contents = page.map(
    ({ key, size, etag, modified }) =>
      `<Contents>${element('Key', asked(key))}${element('LastModified', new Date(modified).toISOString())}${element('ETag', `"${etag}"`)}${element('Size', size)}${element('StorageClass', 'STANDARD')}</Contents>`,
  );
  return xmlReply(
    200,
    'ListBucketResult',
    [
      element('Name', bucket.name),
      element('Prefix', asked(prefix)),
      element('KeyCount', page.length),
      element('MaxKeys', limit),
      element('IsTruncated', String(isTruncated)),
      ...(isTruncated ? [element('NextContinuationToken', Buffer.from(last.key).toString('base64url'))] : []),
      ...contents,
    ].join(''),
  );
}
