import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LocalHandler, LocalReply, LocalRequest } from './exchange.ts';
import type { RestApi } from './rest-api.ts';

/** Handles requests below its prefix with Node's own objects (the sign-in provider brings its own server code). */
export interface MountedServer {
  /** Path prefix without trailing slash, e.g. `/_local/oidc`. */
  readonly prefix: string;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

export interface FrontOptions {
  /** Serves `/api/*`. */
  readonly api: Pick<RestApi, 'handle'>;
  readonly signIn: MountedServer;
  /** Control page and control API, asked in this order for `/_local/*`. */
  readonly local: readonly LocalHandler[];
  /** Everything else. */
  readonly site: LocalHandler;
  /** Told of a fault of the laptop itself; the client sees a bare 500. */
  readonly report: (fault: string) => void;
}

/** The one web address of the laptop: site, API, sign-in and control page, as one origin. */
export interface Front {
  /** Listens on 127.0.0.1; port 0 takes a free one. Gives the origin. Throws an `Error` when the port is taken. */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
}

/** One byte more than API Gateway's 10 MB, so that the API itself says "too large". */
const MAX_BODY_BYTES = 10_485_761;

/** Reads at most `MAX_BODY_BYTES`; the rest of a larger body is not kept. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (length < MAX_BODY_BYTES && Buffer.isBuffer(chunk)) {
      chunks.push(chunk);
      length += chunk.length;
    }
  }
  return Buffer.concat(chunks);
}

async function localRequest(request: IncomingMessage, url: URL): Promise<LocalRequest> {
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    sourceIp: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    body: await readBody(request),
  };
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;
const plain = (status: number, body: string): LocalReply => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

/**
 * Why a request must not be served, if so. Another name in Host means a page elsewhere has rebound its DNS name
 * to this machine; another Origin on the control paths means a page elsewhere calls them. A link to them is fine.
 */
function refusal(request: IncomingMessage, path: string): LocalReply | undefined {
  const { host = '', origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers;
  if (!LOOPBACK.test(host)) {
    return plain(403, `This laptop does not answer to the name ${host}.`);
  }
  const isForeign =
    (origin !== undefined && origin !== `http://${host}`) || (site === 'cross-site' && mode !== 'navigate');
  if (path.startsWith('/_local') && isForeign) {
    return plain(403, 'The control paths answer their own page only.');
  }
  return undefined;
}

function send(response: ServerResponse, reply: LocalReply, isHead: boolean): void {
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    response.setHeader(name, value);
  }
  if (reply.status !== 204 && reply.status !== 304) {
    response.setHeader('content-length', Buffer.byteLength(reply.body));
  }
  response.statusCode = reply.status;
  if (isHead) {
    response.end();
  } else {
    response.end(reply.body);
  }
}

function listenError(error: Error, port: number): Error {
  return 'code' in error && error.code === 'EADDRINUSE'
    ? new Error(
        `Port ${port} on 127.0.0.1 is taken by another program: stop it or choose another with --port`,
      )
    : error;
}

export function createFront({ api, signIn, local, site, report }: FrontOptions): Front {
  const route = async (request: LocalRequest): Promise<LocalReply> => {
    if (request.path === '/api' || request.path.startsWith('/api/')) {
      return api.handle(request);
    }
    if (request.path !== '/_local' && !request.path.startsWith('/_local/')) {
      return (await site(request)) ?? plain(404, 'There is no such page.');
    }
    for (const handler of local) {
      const reply = await handler(request);
      if (reply !== undefined) {
        return reply;
      }
    }
    return plain(404, `There is nothing at ${request.method} ${request.path}.`);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(`http://127.0.0.1${request.url}`);
    if (url === null) {
      send(response, plain(400, 'The request target is not a path.'), false);
      return;
    }
    const refused = refusal(request, url.pathname);
    if (refused !== undefined) {
      send(response, refused, request.method === 'HEAD');
    } else if (url.pathname.startsWith(`${signIn.prefix}/`)) {
      await signIn.handle(request, response);
    } else {
      send(response, await route(await localRequest(request, url)), request.method === 'HEAD');
    }
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      report(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
      if (!response.headersSent) {
        send(response, plain(500, 'The laptop failed; its log says why.'), false);
      }
    });
  });

  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', (error) => reject(listenError(error, port)));
        server.listen(port, '127.0.0.1', () => {
          const { port: bound } = server.address() as AddressInfo;
          resolve(`http://127.0.0.1:${bound}`);
        });
      }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
