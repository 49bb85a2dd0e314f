/**
 * Runs the recorded cases of the Amazon States Language against the engine: a server with nothing but Step Functions
 * on a virtual clock, and the cases' own runner, which plays the functions. Fails when a case fails, save those whose
 * script asks for what it did not do (asl-cases-lost.json says why of each); fails too when one of those passes.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import * as z from 'zod';

import { HostError, type Invocation, type StatesHost } from '../local/states/host.ts';
import { StatesService } from '../local/states/service.ts';
import { seededRandom } from '../simulator/asl/random.ts';
import lost from './asl-cases-lost.json' with { type: 'json' };

const runner = resolve(import.meta.dirname, '../../shared/asl-cases/run.mjs');
if (!existsSync(runner)) {
  console.log('The recorded cases are not here (../shared/asl-cases): nothing to run.');
  process.exit(0);
}

const LAMBDA_PORT = 4599;
let now = Date.parse('2026-01-05T08:00:00Z');

async function invokeFunction({
  functionArn,
  payload,
}: {
  functionArn: string;
  payload: string;
}): Promise<Invocation> {
  const url = `http://127.0.0.1:${LAMBDA_PORT}/2015-03-31/functions/${encodeURIComponent(functionArn)}/invocations`;
  const response = await fetch(url, { method: 'POST', body: payload });
  const text = await response.text();
  if (!response.ok) {
    const { Message: message } = z.object({ Message: z.string() }).parse(JSON.parse(text));
    throw new HostError(
      response.headers.get('x-amzn-errortype') ?? 'ServiceException',
      message,
      response.status,
    );
  }
  const functionError = response.headers.get('x-amz-function-error');
  return {
    payload: text,
    executedVersion: response.headers.get('x-amz-executed-version') ?? '$LATEST',
    ...(functionError === null ? {} : { functionError }),
  };
}

function absent(): never {
  throw new HostError('ServiceUnavailable', 'Only functions are played here', 503);
}

const host: StatesHost = {
  invokeFunction,
  putEvents: async () => absent(),
  dynamodb: async () => absent(),
  sendMessage: async () => absent(),
  authorize: () => true,
};

const service = new StatesService({
  db: new DatabaseSync(':memory:'),
  clock: { now: () => now },
  random: seededRandom(1),
  host,
  publish: () => {},
  region: 'us-east-1',
  account: '123456789012',
});

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Moves the clock from timer to timer, so that each fires at its own instant. */
async function advance(seconds: number): Promise<void> {
  const end = now + seconds * 1000;
  for (let due = service.nextDue(); due !== undefined && due <= end; due = service.nextDue()) {
    now = Math.max(now, due);
    await service.startDue(now);
  }
  now = end;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  if (request.url === '/advance') {
    await advance(z.strictObject({ seconds: z.number() }).parse(JSON.parse(body.toString())).seconds);
    response.writeHead(200).end('{}');
    return;
  }
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
  const reply = await service.handle({
    method: request.method ?? 'POST',
    path: request.url ?? '/',
    query: new URLSearchParams(),
    headers,
    body,
    caller: { name: 'local', roleArn: undefined },
  });
  response.writeHead(reply.status, reply.headers).end(reply.body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end(String(error));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  const folder = mkdtempSync(join(tmpdir(), 'hearback-asl-'));
  const results = join(folder, 'results.json');
  const options = [
    '--endpoint',
    endpoint,
    '--virtual',
    '--lambda-port',
    String(LAMBDA_PORT),
    '--json',
    results,
    ...process.argv.slice(2),
  ];
  const child = spawn(process.execPath, [runner, ...options], { stdio: 'inherit' });
  child.on('exit', () => {
    const verdict = existsSync(results) ? judge(readFileSync(results, 'utf8')) : 1;
    rmSync(folder, { recursive: true });
    process.exit(verdict);
  });
});

/** Prints the counts, cases with a lost reference apart; gives the exit code. */
function judge(json: string): number {
  const schema = z.object({ results: z.array(z.object({ id: z.string(), pass: z.boolean() })) });
  const { results } = schema.parse(JSON.parse(json));
  const failed = results.filter(({ pass }) => !pass).map(({ id }) => id);
  const excused = failed.filter((id) => Object.hasOwn(lost, id));
  const stale = results.filter(({ id, pass }) => pass && Object.hasOwn(lost, id)).map(({ id }) => id);
  for (const [id, why] of Object.entries(lost))
    if (excused.includes(id)) console.log(`not counted: ${id}: ${why}`);
  for (const id of stale) console.log(`passes now, take it off asl-cases-lost.json: ${id}`);
  const wrong = failed.length - excused.length + stale.length;
  console.log(`${results.length - failed.length} passed, ${wrong} failed, ${excused.length} skipped`);
  return wrong === 0 ? 0 : 1;
}
