import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Activity } from '../activity.ts';
import type { AwsRequest, AwsResponse, AwsService, Caller } from '../service.ts';
import type { Iam } from './iam.ts';
import { listen } from './listen.ts';
import { accessDenied, errorReply } from './replies.ts';
import { readCredential } from './signature.ts';

export interface EndpointOptions {
  readonly iam: Iam;
  readonly activity: Activity;
  /** Finds the caller by access key; undefined for a key nobody was given. */
  readonly callerOf: (accessKey: string) => Caller | undefined;
  /** Answers unsigned requests below its prefix (callbacks of custom resources); undefined for other paths. */
  readonly unsigned: (request: Omit<AwsRequest, 'caller'>) => Promise<AwsResponse | undefined>;
  readonly report: (fault: string) => void;
}

/** Larger bodies are refused; the largest the product sends is a résumé of 10 MB. */
const MAX_BODY = 20 * 1024 * 1024;

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > MAX_BODY) throw new Error(`the body is larger than ${MAX_BODY} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readRequest(request: IncomingMessage): Promise<Omit<AwsRequest, 'caller'>> {
  const url = new URL(`http://127.0.0.1${request.url ?? '/'}`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: await readBody(request),
  };
}

/** The one address that every AWS client of the stack talks to. */
export class Endpoint {
  readonly #options: EndpointOptions;
  readonly #services = new Map<string, AwsService>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(options: EndpointOptions) {
    this.#options = options;
  }

  /** Adds a service; requests signed for its name go to it from now on. */
  add(...services: readonly AwsService[]): void {
    for (const service of services) this.#services.set(service.signingName, service);
  }

  /** Listens on 127.0.0.1; port 0 takes a free one. Gives the address. Throws an Error when the port is taken. */
  async listen(port: number): Promise<string> {
    return listen(this.#server, port, '--aws-port');
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Answers one call: finds service and caller, asks IAM, then lets the service work. */
  async answer(request: Omit<AwsRequest, 'caller'>): Promise<AwsResponse> {
    const credential = readCredential(request.headers, request.query, request.body);
    if (credential === undefined) {
      const reply = (await this.#options.unsigned(request)) ?? (await this.#anonymous(request));
      return reply ?? errorReply('', 403, 'MissingAuthenticationToken', 'Missing Authentication Token');
    }
    const { accessKey, signingName } = credential;
    const caller = this.#options.callerOf(accessKey);
    if (caller === undefined) {
      const message = `The security token included in the request is invalid: ${accessKey} belongs to nobody here.`;
      return errorReply(signingName, 403, 'UnrecognizedClientException', message);
    }
    const service = this.#services.get(signingName);
    if (service === undefined) {
      const message = `the laptop has no service "${signingName}" (${caller.name} asked for ${request.method} ${request.path})`;
      this.#options.report(message);
      return errorReply(signingName, 501, 'NotImplementedException', message);
    }
    const call = { ...request, caller };
    const denial = await this.#options.iam.refuse(caller, service.permissions(call));
    return denial === undefined ? service.handle(call) : accessDenied(signingName, denial.message);
  }

  /** Browsers ask S3 for leave (CORS) without a signature, and may post forms that carry none. */
  async #anonymous(request: Omit<AwsRequest, 'caller'>): Promise<AwsResponse | undefined> {
    const caller = { name: 'anonymous', roleArn: undefined };
    return request.method === 'OPTIONS'
      ? this.#services.get('s3')?.handle({ ...request, caller })
      : undefined;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let reply: AwsResponse;
    try {
      const read = await readRequest(request);
      reply = await this.#options.activity.track(() => this.answer(read));
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#options.report(`${request.method} ${request.url}: ${text}`);
      reply = errorReply('', 500, 'InternalFailure', error instanceof Error ? error.message : String(error));
    }
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
    response.end(reply.body);
  }
}
