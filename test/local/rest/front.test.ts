import { mkdtempSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFront, type Front } from '../../../local/rest/front.ts';
import { createRestApi } from '../../../local/rest/rest-api.ts';
import { siteHeaders } from '../../../local/rest/site-headers.ts';
import { createStaticSite } from '../../../local/rest/static-site.ts';
import { FUNCTION, resources } from './template.ts';

const NOW = Date.parse('2026-03-02T09:30:00.500Z');

describe('the front', () => {
  let origin: string;
  let front: Front;
  let clock = NOW;
  let wall = 0;
  let answer: (event: APIGatewayProxyEvent) => unknown;
  const calls: { arn: string; sourceArn: string; event: APIGatewayProxyEvent }[] = [];
  const reports: string[] = [];
  const lastEvent = (): APIGatewayProxyEvent | undefined => calls.at(-1)?.event;

  beforeAll(async () => {
    const directory = mkdtempSync(join(tmpdir(), 'site-'));
    writeFileSync(join(directory, 'index.html'), '<h1>Careers</h1>');
    writeFileSync(join(directory, '404.html'), '<h1>There is no such page</h1>');
    writeFileSync(join(directory, '.secret'), 'hidden');
    const api = createRestApi({
      resources,
      accountId: '123456789012',
      edgeHeaders: { 'x-content-type-options': 'nosniff' },
      database: new DatabaseSync(':memory:'),
      clock: { now: () => clock },
      wall: { now: () => wall },
      verifier: {
        verify: async (token, { use }) => {
          const claims = {
            sub: 'u1',
            token_use: use,
            'cognito:groups': ['lead', 'admin'],
            exp: 1772443800,
            scope: token,
          };
          return token === 'old'
            ? { failure: 'expired' }
            : token === 'bad'
              ? { failure: 'invalid' }
              : { claims };
        },
      },
      invoke: async (arn, event, sourceArn) => {
        const parsed = event as APIGatewayProxyEvent;
        calls.push({ arn, sourceArn, event: parsed });
        return answer(parsed);
      },
      report: (fault) => reports.push(fault),
    });
    front = createFront({
      api,
      signIn: { prefix: '/_local/oidc', handle: async (_, response) => void response.end('sign in') },
      local: [
        async ({ path }) => (path === '/_local/' ? { status: 200, body: 'page' } : undefined),
        async ({ path, method, body }) =>
          path === '/_local/echo' ? { status: 200, body: `${method} ${body.toString()}` } : undefined,
      ],
      site: createStaticSite(
        directory,
        {
          fileOf: (uri) => (uri === '/' ? '/index.html' : uri),
          statusOf: (uri, status) => (uri === '/404.html' ? 404 : status),
        },
        siteHeaders(resources),
        (file) => ({ 'cache-control': `of ${file}` }),
      ),
      report: (fault) => reports.push(fault),
    });
    origin = await front.listen(0);
  });
  afterAll(() => front.close());
  beforeEach(() => {
    calls.length = 0;
    reports.length = 0;
    clock = NOW;
    wall += 60_000;
    answer = () => ({ statusCode: 200, body: '{}' });
  });

  it('hands the function the event API Gateway makes, timed by the cloud clock', async () => {
    await fetch(`${origin}/api/jobs/a%20b?x=1&x=2&y=&constructor=c`, {
      method: 'POST',
      body: 'hi',
      headers: { 'X-Custom': 'v' },
    });
    expect(calls.at(-1)).toMatchObject({
      arn: FUNCTION,
      sourceArn: 'arn:aws:execute-api:us-east-1:123456789012:api123/prod/POST/api/jobs/{jobId}',
    });
    expect(lastEvent()).toMatchObject({
      resource: '/api/jobs/{jobId}',
      path: '/api/jobs/a%20b',
      httpMethod: 'POST',
      pathParameters: { jobId: 'a b' },
      queryStringParameters: { x: '2', y: '', constructor: 'c' },
      multiValueQueryStringParameters: { x: ['1', '2'], y: [''], constructor: ['c'] },
      body: 'hi',
      isBase64Encoded: false,
      stageVariables: null,
      requestContext: {
        accountId: '123456789012',
        apiId: 'api123',
        stage: 'prod',
        path: '/prod/api/jobs/a%20b',
        resourcePath: '/api/jobs/{jobId}',
        requestTimeEpoch: NOW,
        requestTime: '02/Mar/2026:09:30:00 +0000',
        identity: { sourceIp: '127.0.0.1' },
      },
    });
    expect(lastEvent()?.multiValueHeaders).toMatchObject({ 'X-Forwarded-For': ['127.0.0.1'] });
    await fetch(`${origin}/api/jobs`);
    expect(lastEvent()).toMatchObject({ body: null, queryStringParameters: null, pathParameters: null });
  });

  it('encodes a body of a binary media type and decodes such an answer', async () => {
    const bytes = Buffer.from([0xff, 0x00, 0xfe]);
    answer = ({ body }) => ({
      statusCode: 200,
      body,
      isBase64Encoded: true,
      headers: { 'Content-Type': 'application/pdf' },
    });
    const headers = { 'content-type': 'application/pdf', accept: 'application/pdf' };
    const reply = await fetch(`${origin}/api/jobs/1`, { method: 'PUT', body: bytes, headers });
    expect(lastEvent()).toMatchObject({ body: bytes.toString('base64'), isBase64Encoded: true });
    expect(Buffer.from(await reply.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['/api/jobs/open', '/api/jobs/open'],
    ['/api/jobs/open/', '/api/jobs/open'],
    ['/api/jobs/7', '/api/jobs/{jobId}'],
    ['/api/jobs/7/more', '/api/{proxy+}'],
    ['/api/else', '/api/{proxy+}'],
  ])('takes %s to %s', async (path, expected) => {
    await fetch(origin + path);
    expect(lastEvent()?.resource).toBe(expected);
  });

  it('answers a path or method it does not have as API Gateway does', async () => {
    const reply = await fetch(`${origin}/api/jobs`, { method: 'DELETE' });
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    expect(await reply.json()).toEqual({ message: 'Missing Authentication Token' });
  });

  it('passes the function answer on: status, headers, repeated headers', async () => {
    answer = () => ({
      statusCode: 303,
      headers: { Location: '/thanks', Date: 'x' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
    });
    const reply = await fetch(`${origin}/api/jobs`, { redirect: 'manual' });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe('/thanks');
    expect(reply.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(reply.headers.get('x-amzn-remapped-date')).toBe('x');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['an error', () => ({ errorMessage: 'boom', errorType: 'Error' }), 502, 'Internal server error'],
    ['nothing', () => null, 502, 'Internal server error'],
    ['a body that is no text', () => ({ statusCode: 200, body: { a: 1 } }), 502, 'Internal server error'],
    ['a call that fails', () => Promise.reject(new Error('no such function')), 504, 'Internal server error'],
  ])('turns %s into a gateway response and says why in the log', async (_, faulty, status, message) => {
    answer = faulty;
    const reply = await fetch(`${origin}/api/jobs`);
    expect(reply.status).toBe(status);
    expect(await reply.json()).toEqual({ message });
    expect(reports).toHaveLength(1);
  });

  it('gives up on a function after the integration timeout', async () => {
    answer = () => new Promise(() => {});
    const reply = await fetch(`${origin}/api/slow`);
    expect(reply.status).toBe(504);
    expect(await reply.json()).toEqual({ message: 'Endpoint request timed out' });
  });

  describe('staff tokens', () => {
    const get = (path: string, authorization?: string) =>
      fetch(origin + path, authorization === undefined ? {} : { headers: { authorization } });

    it('become claims in the form of a REST API', async () => {
      expect((await get('/api/work', 'Bearer good')).status).toBe(200);
      expect(lastEvent()?.requestContext.authorizer).toEqual({
        claims: {
          sub: 'u1',
          token_use: 'id',
          'cognito:groups': 'lead,admin',
          exp: 'Mon Mar 02 09:30:00 UTC 2026',
          scope: 'good',
        },
      });
    });

    it.each([
      [undefined, 'Unauthorized'],
      ['Bearer bad', 'Unauthorized'],
      ['Bearer old', 'The incoming token has expired'],
    ])('%s is refused', async (authorization, message) => {
      const reply = await get('/api/work', authorization);
      expect(reply.status).toBe(401);
      expect(await reply.json()).toEqual({ message });
      expect(calls).toEqual([]);
    });

    it('need one of the scopes where the method names some', async () => {
      expect((await get('/api/admin', 'openid')).status).toBe(401);
      expect((await get('/api/admin', 'hearback/admin')).status).toBe(200);
      expect(lastEvent()?.requestContext.authorizer?.['claims']).toMatchObject({ token_use: 'access' });
    });
  });

  describe('API keys', () => {
    const post = (key?: string) =>
      fetch(`${origin}/api/offers`, {
        method: 'POST',
        ...(key !== undefined && { headers: { 'x-api-key': key } }),
      });

    it.each([undefined, 'wrong', 'loose-key-0123456789abcde'])('%s does not open the method', async (key) => {
      const reply = await post(key);
      expect(reply.status).toBe(403);
      expect(await reply.json()).toEqual({ message: 'Forbidden' });
    });

    it('is throttled by the wall clock and limited by the quota of the cloud clock', async () => {
      const key = 'shop-key-0123456789abcdef';
      expect([(await post(key)).status, (await post(key)).status, (await post(key)).status]).toEqual([
        200, 200, 429,
      ]);
      expect(lastEvent()?.requestContext.identity).toMatchObject({ apiKey: key, apiKeyId: 'ShopKey' });
      wall += 1000;
      expect((await post(key)).status).toBe(200);
      wall += 1000;
      const over = await post(key);
      expect([over.status, await over.json()]).toEqual([429, { message: 'Limit Exceeded' }]);
      clock += 86_400_000;
      wall += 1000;
      expect((await post(key)).status).toBe(200);
    });
  });

  it('throttles a method by the stage settings', async () => {
    expect((await fetch(`${origin}/api/slow`)).status).toBe(200);
    const second = await fetch(`${origin}/api/slow`);
    expect([second.status, await second.json()]).toEqual([429, { message: 'Too Many Requests' }]);
  });

  describe('request validation', () => {
    const post = (body: string, type = 'application/json', query = '?source=form') =>
      fetch(`${origin}/api/applications${query}`, {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });

    it('checks the body by the model and answers through the gateway response', async () => {
      expect((await post('{"name":"Julia","age":30}')).status).toBe(200);
      const reply = await post('{"name":1,"age":0}');
      expect(reply.status).toBe(422);
      expect(reply.headers.get('content-type')).toBe('application/problem+json');
      expect(reply.headers.get('access-control-allow-origin')).toBe('*');
      expect(await reply.json()).toEqual({
        title: 'Invalid request body',
        detail: '[/name must be string, /age must be > 0]',
        instance: reply.headers.get('x-amzn-requestid'),
      });
      expect((await post('{')).status).toBe(422);
    });

    it('lets a content type without a model through, as API Gateway does', async () => {
      expect((await post('name=Julia', 'application/x-www-form-urlencoded')).status).toBe(200);
    });

    it('asks for required parameters', async () => {
      const reply = await post('{"name":"Julia","age":30}', 'application/json', '');
      expect([reply.status, await reply.json()]).toEqual([
        400,
        { message: 'Missing required request parameters: [source]' },
      ]);
    });

    it('refuses more than 10 MB', async () => {
      expect((await post('x'.repeat(10_485_761), 'text/plain')).status).toBe(413);
    });
  });

  it.each([
    ['https://join.example', 'https://join.example'],
    ['https://careers.example', 'https://careers.example'],
    ['https://elsewhere.example', 'https://careers.example'],
  ])('answers a preflight from %s', async (from, allowed) => {
    const reply = await fetch(`${origin}/api/applications`, { method: 'OPTIONS', headers: { origin: from } });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-origin')).toBe(allowed);
    expect(reply.headers.get('access-control-allow-methods')).toBe('POST');
  });

  it('serves the site with its security headers, and nothing outside it', async () => {
    const reply = await fetch(`${origin}/`);
    expect(await reply.text()).toBe('<h1>Careers</h1>');
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(reply.headers.get('cache-control')).toBe('of index.html');
    const nowhere = await fetch(`${origin}/404.html`);
    expect([nowhere.status, await nowhere.text()]).toEqual([404, '<h1>There is no such page</h1>']);
    // The bucket may be read file by file, not listed.
    const missing = await fetch(`${origin}/assets/soon-1A2B3C4D.js`);
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([403, null]);
    expect(await missing.text()).toContain('<Code>AccessDenied</Code>');
    expect((await fetch(`${origin}/.secret`)).status).toBe(403);
    expect((await fetch(`${origin}/%2e%2e%2f%2e%2e%2fetc/passwd`)).status).toBe(403);
    expect((await fetch(`${origin}/`, { method: 'POST' })).status).toBe(405);
  });

  it('gives the control paths to the page, then the control API, then the sign-in', async () => {
    expect(await (await fetch(`${origin}/_local/`)).text()).toBe('page');
    expect(await (await fetch(`${origin}/_local/echo`, { method: 'POST', body: 'hi' })).text()).toBe(
      'POST hi',
    );
    expect(await (await fetch(`${origin}/_local/oidc/auth`)).text()).toBe('sign in');
    expect((await fetch(`${origin}/_local/none`)).status).toBe(404);
  });

  it('refuses pages elsewhere: a foreign Host, a foreign Origin on the control paths', async () => {
    const statusOf = (headers: Record<string, string>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        httpRequest(`${origin}/_local/`, { headers }, (reply) => resolve(reply.statusCode))
          .on('error', reject)
          .end();
      });
    expect(await statusOf({ host: 'rebound.example' })).toBe(403);
    const headers = { origin: 'https://evil.example' };
    expect((await fetch(`${origin}/_local/echo`, { method: 'POST', headers })).status).toBe(403);
    expect((await fetch(`${origin}/_local/echo`, { method: 'POST', headers: { origin } })).status).toBe(200);
    const embedded = await statusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' });
    expect([
      embedded,
      await statusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }),
    ]).toEqual([403, 200]);
  });

  it('says so when the port is taken', async () => {
    const port = Number(new URL(origin).port);
    const second = createFront({
      api: { handle: async () => ({ status: 200, body: '' }) },
      signIn: { prefix: '/_local/oidc', handle: async () => {} },
      local: [],
      site: async () => undefined,
      report: () => {},
    });
    await expect(second.listen(port)).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  });
});
