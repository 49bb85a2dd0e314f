/** What a request is about. */
export interface Address {
  readonly bucket: string;
  /** Decoded; empty when the request is about the bucket. */
  readonly key: string;
}

const VIRTUAL_HOST = /^(?<bucket>[a-z0-9][a-z0-9.-]+)\.(?:localhost|127\.0\.0\.1)(?::\d+)?$/;

/**
 * Bucket and key of a request. The SDK writes path style for an endpoint that is an IP address and puts the
 * bucket before the host for `localhost`. The path comes percent-encoded.
 */
export function addressOf(path: string, host: string): Address {
  const virtual = VIRTUAL_HOST.exec(host)?.groups?.['bucket'];
  const full = virtual === undefined ? path.slice(1) : `${virtual}${path}`;
  const slash = full.indexOf('/');
  const bucket = slash < 0 ? full : full.slice(0, slash);
  return {
    bucket: decodeURIComponent(bucket),
    key: slash < 0 ? '' : decodeURIComponent(full.slice(slash + 1)),
  };
}
