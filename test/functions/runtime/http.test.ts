import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { endpoint } from '../../../domain/api/endpoint.ts';
import { problem } from '../../../domain/api/problem.ts';
import { Contended, InvalidInput, NotAllowed, NotFound } from '../../../domain/steps/errors.ts';
import { NotCommitted } from '../../../functions/adapters/store/table.ts';
import { httpHandler } from '../../../functions/runtime/http.ts';
import { route } from '../../../functions/runtime/route.ts';
import { apiEvent, lambdaContext } from './api-event.ts';

const greet = endpoint({
  id: 'greet',
  method: 'POST',
  path: '/api/people/{person}/greetings',
  summary: 'Greets',
  access: 'public',
  request: {
    params: z.strictObject({ person: z.string() }),
    body: z.strictObject({ candidate: z.strictObject({ email: z.email() }) }),
  },
  reply: { status: 201, body: z.object({ said: z.string(), at: z.string() }) },
});

const read = endpoint({
  id: 'read',
  method: 'GET',
  path: '/api/things',
  summary: 'Reads',
  access: 'public',
  request: { query: z.strictObject({ limit: z.optional(z.coerce.number()) }) },
  reply: { status: 200, body: z.strictObject({ limit: z.number() }) },
});

const byForm = endpoint({
  ...greet,
  id: 'greetByForm',
  consumes: 'application/x-www-form-urlencoded',
  request: {
    params: z.strictObject({ person: z.string() }),
    body: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  },
});

let failWith: unknown;
let built = 0;

const handler = httpHandler({
  services: () => {
    built += 1;
    return { greeting: 'Hello' };
  },
  routes: [
    route(greet, ({ greeting }: { greeting: string }, { params, at }) => ({
      said: `${greeting} ${params.person}`,
      at,
      secret: 'not declared',
    })),
    route(byForm, (_services, { body, at }) => ({ said: JSON.stringify(body), at })),
    route(read, (_services, { query }) => {
      if (failWith) throw failWith;
      return { limit: query.limit ?? 10 };
    }),
  ],
  origins: () => ['https://careers.example.com'],
});

const call = (options: Parameters<typeof apiEvent>[0]) => handler(apiEvent(options), lambdaContext);
const greeting = (body: unknown, headers: Record<string, string> = {}) =>
  call({ method: 'POST', path: '/api/people/julia/greetings', body, headers });

afterEach(() => {
  failWith = undefined;
  vi.restoreAllMocks();
});

describe('half of a character', () => {
  it.each([
    [{ candidate: { email: 'julia@example.com\ud800' } }, 'body.candidate.email'],
    [{ candidate: { email: 'julia@example.com', '\udc00': 1 } }, 'body.candidate'],
    [['a', '\ud83d'], 'body.1'],
  ])('is refused where it stands: %j', async (body, field) => {
    const answer = await greeting(body);
    expect(answer.statusCode).toBe(422);
    expect(problem.parse(JSON.parse(answer.body)).errors).toEqual([
      { field, message: 'has half of a character in it' },
    ]);
  });

  it('is not what a whole one is made of', async () => {
    const answer = await handler(
      apiEvent({
        method: 'POST',
        path: '/api/people/%F0%9F%98%80/greetings',
        body: { candidate: { email: 'j@example.com' } },
      }),
      lambdaContext,
    );
    expect(answer.statusCode).toBe(201);
  });

  it('is not looked for below what a schema refuses anyway', async () => {
    const deep = `${'['.repeat(100_000)}"\\ud800"${']'.repeat(100_000)}`;
    const answer = await greeting(`{ "candidate": { "email": "j@example.com" }, "deep": ${deep} }`);
    expect(answer.statusCode).toBe(422);
  });
});

describe('a table of routes', () => {
  it('answers with declared fields only, at the time of the event', async () => {
    const answer = await greeting({ candidate: { email: 'julia@example.com' } });
    expect(answer.statusCode).toBe(201);
    expect(JSON.parse(answer.body)).toEqual({ said: 'Hello julia', at: '2026-03-02T09:00:00.250Z' });
  });

  it('names every field that does not fit by its place', async () => {
    const answer = await greeting({ candidate: { email: 'julia' }, extra: 1 });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    const told = problem.parse(JSON.parse(answer.body));
    expect(told.errors?.map(({ field }) => field)).toEqual(['body.candidate.email', 'body.extra']);
    expect(told.instance).toBe('5e2c7c1e-3d5e-4c35-8f3e-0c1f6d7e9a10');
  });

  it('refuses a query and a body nobody declared', async () => {
    const answer = await call({ method: 'GET', path: '/api/things', query: { colour: ['red'] }, body: {} });
    expect(problem.parse(JSON.parse(answer.body)).errors?.map(({ field }) => field)).toEqual([
      'query.colour',
      'body',
    ]);
  });

  it('says that a body is not JSON, that a type is not taken, that a route does not exist', async () => {
    expect((await greeting('{')).statusCode).toBe(400);
    expect((await greeting('x', { 'Content-Type': 'multipart/form-data; boundary=x' })).statusCode).toBe(415);
    expect((await call({ method: 'GET', path: '/api/nothing' })).statusCode).toBe(404);
  });

  it('chooses by media type between two endpoints of one path', async () => {
    const answer = await greeting('a=1&b=2&b=3', { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(JSON.parse(answer.body)).toMatchObject({ said: '{"a":"1","b":["2","3"]}' });
  });

  it('reads a body that API Gateway encoded', async () => {
    const event = apiEvent({ method: 'POST', path: '/api/people/julia/greetings', body: {} });
    const body = Buffer.from(JSON.stringify({ candidate: { email: 'jülia' } })).toString('base64');
    const answer = await handler({ ...event, body, isBase64Encoded: true }, lambdaContext);
    expect(problem.parse(JSON.parse(answer.body)).errors?.map(({ field }) => field)).toEqual([
      'body.candidate.email',
    ]);
  });

  it.each([
    [new NotFound('x'), 404],
    [new NotAllowed('x'), 409],
    [new Contended('x'), 409],
    [new InvalidInput('x'), 422],
  ])('answers %s with %i', async (error, status) => {
    failWith = error;
    expect((await call({ method: 'GET', path: '/api/things' })).statusCode).toBe(status);
  });

  it('says that trouble of AWS passes, and when to try again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    failWith = new NotCommitted(['None', 'TransactionConflict']);
    const answer = await call({ method: 'GET', path: '/api/things' });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers?.['retry-after']).toBe('1');
    expect(problem.parse(JSON.parse(answer.body)).title).toBe('Not available just now');
  });

  it('hides an unforeseen error from the caller and its text from the log, and counts it', async () => {
    const lines: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
    vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    failWith = new RangeError('julia@example.com is odd');
    const answer = await call({ method: 'GET', path: '/api/things' });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('odd');
    const logged = lines.join('\n');
    expect(logged).toContain('RangeError');
    expect(logged).toContain('5e2c7c1e-3d5e-4c35-8f3e-0c1f6d7e9a10');
    expect(logged).toContain('RequestFailed');
    expect(logged).not.toContain('odd');
  });

  it('treats its own reply out of contract as a failure', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const wrong = httpHandler({
      services: () => undefined,
      routes: [route(read, () => ({ limit: Number.NaN }))],
    });
    expect((await wrong(apiEvent({ method: 'GET', path: '/api/things' }), lambdaContext)).statusCode).toBe(
      500,
    );
  });

  it('allows a configured origin and no other, on refusals too', async () => {
    const from = async (origin: string, path = '/api/things') =>
      (await call({ method: 'GET', path, headers: { Origin: origin } })).headers?.[
        'access-control-allow-origin'
      ];
    expect(await from('https://careers.example.com')).toBe('https://careers.example.com');
    expect(await from('https://careers.example.com', '/api/nothing')).toBe('https://careers.example.com');
    expect(await from('https://elsewhere.example.com')).toBeUndefined();
  });

  it('answers a preflight', async () => {
    const answer = await call({ method: 'OPTIONS', path: '/api/things' });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers?.['access-control-allow-methods']).toBe('GET');
  });

  it('builds its services once', async () => {
    await call({ method: 'GET', path: '/api/things' });
    await call({ method: 'GET', path: '/api/things' });
    expect(built).toBe(1);
  });
});
