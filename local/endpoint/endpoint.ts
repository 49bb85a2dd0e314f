import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AwsResponse } from '../service.ts';
import type { UnsignedRequest } from './dispatcher.ts';
import { listen } from './listen.ts';
import { errorReply } from './replies.ts';

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

async function readRequest(request: IncomingMessage): Promise<UnsignedRequest> {
  const url = new URL(`http://127.0.0.1${request.url ?? '/'}`);
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  const body = await readBody(request);
  return { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, headers, body };
}

/** The one address that every AWS client of the stack talks to, on 127.0.0.1 only. */
export class Endpoint {
  readonly #answer: (request: UnsignedRequest) => Promise<AwsResponse>;
  readonly #report: (fault: string) => void;
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  constructor(answer: (request: UnsignedRequest) => Promise<AwsResponse>, report: (fault: string) => void) {
    this.#answer = answer;
    this.#report = report;
  }

  /** Listens; port 0 takes a free one. Gives the address. Throws an Error when the port is taken. */
  async listen(port: number): Promise<string> {
    return listen(this.#server, port, '--aws-port');
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let reply: AwsResponse;
    try {
      reply = await this.#answer(await readRequest(request));
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#report(`${request.method} ${request.url}: ${text}`);
      reply = errorReply('', 500, 'InternalFailure', error instanceof Error ? error.message : String(error));
    }
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
    response.end(reply.body);
  }
}
