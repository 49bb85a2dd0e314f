import type { DatabaseSync } from 'node:sqlite';
import type { BusEvent, Place } from '../bus-event.ts';
import type { Resource } from '../resource.ts';
import type { AwsResponse, AwsService, Clock } from '../service.ts';
import { addressOf } from './address.ts';
import { browserReply } from './browser.ts';
import { readBuckets } from './buckets.ts';
import { errorReply, S3Error } from './errors.ts';
import { createObjectStore, type ObjectStore } from './object-store.ts';
import { type Call, locate, operationOf, type S3Request, type Storage } from './operations.ts';
import { permissionsOf } from './permissions.ts';
import type { BrowserOptions } from './signer.ts';

export interface S3Options extends Omit<BrowserOptions, 'storage'> {
  readonly database: DatabaseSync;
  /** Where the objects' bytes are kept. */
  readonly directory: string;
  readonly resources: readonly Resource[];
  readonly clock: Clock;
  readonly place: Place;
  /** Puts an event on the default bus and returns at once. */
  readonly publish: (event: BusEvent) => void;
}

export interface S3 extends AwsService {
  readonly objects: ObjectStore;
}

/** Form uploads, presigned URLs and preflights carry their authority elsewhere, or need none. */
const isBrowser = (request: S3Request): boolean => request.headers['authorization'] === undefined;

/**
 * S3 as far as résumés need it: objects and their tags, the browser's upload, events. The rest is refused by name.
 * For a request without Authorization header `permissions` is empty: only after its signature has been verified
 * is it known what it asks for, so `handle` asks IAM itself.
 */
export function createS3(options: S3Options): S3 {
  const { database, directory, resources, clock, place, publish } = options;
  const objects = createObjectStore(database, directory);
  const storage: Storage = { buckets: readBuckets(resources), objects, clock, place, publish };
  const callOf = (request: S3Request): Call => ({
    ...locate(storage, addressOf(request.path, request.headers['host'] ?? '')),
    request,
  });
  return {
    signingName: 's3',
    objects,
    permissions(request) {
      try {
        return isBrowser(request) ? [] : permissionsOf(storage, callOf(request));
      } catch (error) {
        // A call that cannot be understood needs no permission: it is refused when it is handled.
        if (error instanceof S3Error) {
          return [];
        }
        throw error;
      }
    },
    async handle(request): Promise<AwsResponse> {
      if (isBrowser(request)) {
        return browserReply({ ...options, storage }, request);
      }
      try {
        const call = callOf(request);
        return operationOf(call).run(storage, call);
      } catch (error) {
        if (error instanceof S3Error) {
          return errorReply(error);
        }
        throw error;
      }
    },
  };
}
