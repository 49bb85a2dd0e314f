import type { IncomingHttpHeaders } from 'node:http';

/** A request to the laptop's web address, body read. */
export interface LocalRequest {
  readonly method: string;
  /** Path as sent, without the query; still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Names and values in turn, as sent: API Gateway hands the sender's spelling on. */
  readonly rawHeaders: readonly string[];
  readonly sourceIp: string;
  readonly body: Buffer;
}

export interface LocalReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

/** Answers the paths it knows; undefined leaves the request to the next handler. */
export type LocalHandler = (request: LocalRequest) => Promise<LocalReply | undefined>;
