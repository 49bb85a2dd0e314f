import type { BusEvent, Place } from '../bus-event.ts';
import type { AwsRequest, AwsResponse, Clock } from '../service.ts';
import { type Address, addressOf } from './address.ts';
import type { Bucket } from './buckets.ts';
import { bodyOf } from './chunked-body.ts';
import { element, notImplemented, S3Error, xmlReply } from './errors.ts';
import { objectEvent, type ObjectEventType } from './events.ts';
import { listObjects } from './list-objects.ts';
import { objectReply } from './object-reply.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';
import { parseTagging, parseTaggingHeader, taggingXml } from './tags.ts';

/** A request without who sent it: a browser's is authorized by what it carries. */
export type S3Request = Omit<AwsRequest, 'caller'>;

export interface Storage {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly place: Place;
  /** Puts an event on the default bus and returns at once. */
  readonly publish: (event: BusEvent) => void;
}

/** One call, its bucket found. */
export interface Call {
  readonly request: S3Request;
  readonly bucket: Bucket;
  readonly key: string;
}

export type Action = readonly [action: string, on: 'bucket' | 'object'];

export interface Operation {
  readonly actions: readonly Action[];
  readonly run: (storage: Storage, call: Call) => AwsResponse;
}

const empty = (status: number, headers: Record<string, string> = {}): AwsResponse => ({
  status,
  headers,
  body: '',
});

/** Throws `NoSuchKey`. */
function existing({ objects }: Storage, { bucket, key }: Pick<Call, 'bucket' | 'key'>): StoredObject {
  const object = objects.find(bucket.name, key);
  if (object === undefined) {
    throw new S3Error('NoSuchKey', 404, 'The specified key does not exist.', { Key: key });
  }
  return object;
}

export function announce(
  { clock, place, publish }: Storage,
  bucket: Bucket,
  type: ObjectEventType,
  object: StoredObject,
  more = {},
): void {
  if (bucket.publishesEvents) {
    publish(objectEvent({ type, bucket, object, now: clock.now(), place, more }));
  }
}

/** `x-amz-meta-name` headers by name. */
export function metadataOf(entries: Iterable<readonly [string, string]>): Record<string, string> {
  const prefix = 'x-amz-meta-';
  return Object.fromEntries(
    [...entries].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

function putObject(storage: Storage, { request, bucket, key }: Call): AwsResponse {
  const { headers } = request;
  if (headers['if-none-match'] === '*' && storage.objects.find(bucket.name, key) !== undefined) {
    throw new S3Error(
      'PreconditionFailed',
      412,
      'At least one of the pre-conditions you specified did not hold',
    );
  }
  const object = storage.objects.put({
    bucket: bucket.name,
    key,
    content: bodyOf(headers, request.body),
    modified: storage.clock.now(),
    contentType: headers['content-type'] ?? 'binary/octet-stream',
    metadata: metadataOf(Object.entries(headers)),
    tags: parseTaggingHeader(headers['x-amz-tagging']),
  });
  announce(storage, bucket, 'Object Created', object, { reason: 'PutObject' });
  return empty(200, { etag: `"${object.etag}"` });
}

/** The object a copy is made of, by the `x-amz-copy-source` header. */
export function copySource(storage: Storage, request: S3Request): Pick<Call, 'bucket' | 'key'> {
  const source = (request.headers['x-amz-copy-source'] ?? '').replace(/^\/?/, '/');
  return locate(storage, addressOf(source, ''));
}

function copyObject(storage: Storage, { request, bucket, key }: Call): AwsResponse {
  const { headers } = request;
  const from = existing(storage, copySource(storage, request));
  const replaces = headers['x-amz-metadata-directive'] === 'REPLACE';
  const object = storage.objects.put({
    ...from,
    bucket: bucket.name,
    key,
    content: storage.objects.read(from),
    modified: storage.clock.now(),
    ...(replaces && {
      contentType: headers['content-type'] ?? from.contentType,
      metadata: metadataOf(Object.entries(headers)),
    }),
    ...(headers['x-amz-tagging-directive'] === 'REPLACE' && {
      tags: parseTaggingHeader(headers['x-amz-tagging']),
    }),
  });
  announce(storage, bucket, 'Object Created', object, { reason: 'CopyObject' });
  const modified = element('LastModified', new Date(object.modified).toISOString());
  return xmlReply(200, 'CopyObjectResult', modified + element('ETag', `"${object.etag}"`));
}

function deleteObject(storage: Storage, call: Call): AwsResponse {
  const object = storage.objects.find(call.bucket.name, call.key);
  if (object !== undefined) {
    storage.objects.remove(call.bucket.name, call.key);
    announce(storage, call.bucket, 'Object Deleted', object, {
      reason: 'DeleteObject',
      'deletion-type': 'Permanently Deleted',
    });
  }
  return empty(204);
}

function tagObject(storage: Storage, call: Call, tags: Readonly<Record<string, string>>): void {
  const object = existing(storage, call);
  storage.objects.tag(call.bucket.name, call.key, tags);
  announce(storage, call.bucket, 'Object Tags Added', object);
}

/** By method and what the request is about. Anything else of S3 is refused by name. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  'HEAD bucket': { actions: [['s3:ListBucket', 'bucket']], run: () => empty(200) },
  'GET bucket list-type': { actions: [['s3:ListBucket', 'bucket']], run: listObjects },
  'PUT object': { actions: [['s3:PutObject', 'object']], run: putObject },
  'PUT object copy': { actions: [['s3:PutObject', 'object']], run: copyObject },
  'GET object': {
    actions: [['s3:GetObject', 'object']],
    run: (storage, call) => objectReply(storage, existing(storage, call), call.request),
  },
  'HEAD object': {
    actions: [['s3:GetObject', 'object']],
    run: (storage, call) => objectReply(storage, existing(storage, call), call.request),
  },
  'DELETE object': { actions: [['s3:DeleteObject', 'object']], run: deleteObject },
  'GET object tagging': {
    actions: [['s3:GetObjectTagging', 'object']],
    run: (storage, call) => xmlReply(200, 'Tagging', taggingXml(existing(storage, call).tags)),
  },
  'PUT object tagging': {
    actions: [['s3:PutObjectTagging', 'object']],
    run(storage, call) {
      tagObject(
        storage,
        call,
        parseTagging(bodyOf(call.request.headers, call.request.body).toString('utf8')),
      );
      return empty(200);
    },
  },
  'DELETE object tagging': {
    actions: [['s3:DeleteObjectTagging', 'object']],
    run(storage, call) {
      tagObject(storage, call, {});
      return empty(204);
    },
  },
};

/** Query parameters that do not name a sub-resource. */
const PLAIN_PARAMETERS =
  /^(x-id|prefix|max-keys|start-after|continuation-token|encoding-type|fetch-owner|response-[a-z-]+|X-Amz-[A-Za-z0-9-]+)$/;

/** Throws `NotImplemented` naming what the laptop lacks. */
export function operationOf({ request, key }: Call): Operation {
  const subResources = [...request.query.keys()].filter((name) => !PLAIN_PARAMETERS.test(name));
  const copy = 'x-amz-copy-source' in request.headers ? ['copy'] : [];
  const name = [request.method, key === '' ? 'bucket' : 'object', ...subResources, ...copy].join(' ');
  const operation = OPERATIONS[name];
  if (operation === undefined) {
    throw notImplemented(name);
  }
  return operation;
}

/** Throws `NoSuchBucket`. */
export function locate(
  { buckets }: Pick<Storage, 'buckets'>,
  { bucket: name, key }: Address,
): Pick<Call, 'bucket' | 'key'> {
  const bucket = buckets.get(name);
  if (bucket === undefined) {
    throw new S3Error('NoSuchBucket', 404, 'The specified bucket does not exist', { BucketName: name });
  }
  return { bucket, key };
}
