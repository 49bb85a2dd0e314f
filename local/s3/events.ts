import { randomUUID } from 'node:crypto';
import type { BusEvent, Place } from '../bus-event.ts';
import type { Bucket } from './buckets.ts';
import type { StoredObject } from './object-store.ts';

export type ObjectEventType = 'Object Created' | 'Object Deleted' | 'Object Tags Added';

export interface ObjectEvent {
  readonly type: ObjectEventType;
  readonly bucket: Bucket;
  readonly object: StoredObject;
  /** Epoch milliseconds on the cloud's clock. */
  readonly now: number;
  readonly place: Place;
  /** Members of `detail` that only some events have, e.g. the reason. */
  readonly more?: Readonly<Record<string, string>>;
}

/**
 * An event as a bucket with EventBridge enabled sends it.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function objectEvent({ type, bucket, object, now, place, more = {} }: ObjectEvent): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': type,
    source: 'aws.s3',
    account: place.account,
    time: `${new Date(now).toISOString().slice(0, 19)}Z`,
    region: place.region,
    resources: [bucket.arn],
    detail: {
      version: '0',
      bucket: { name: bucket.name },
      object: {
        key: object.key,
        etag: object.etag,
        ...(type === 'Object Created' && {
          size: object.size,
          sequencer: now.toString(16).toUpperCase().padStart(16, '0'),
        }),
      },
      'request-id': randomUUID(),
      requester: place.account,
      ...more,
    },
  };
}
