import { expect, test } from 'vitest';
import { createControl, type Controls } from '../../../local/control/control.ts';
import type { LocalReply } from '../../../local/rest/exchange.ts';

const noon = Date.parse('2026-03-02T12:00:00Z');
const next = Date.parse('2026-03-02T15:30:00Z');

const controls: Controls = {
  now: () => noon,
  isFrozen: () => true,
  advance: async (target) => ({ now: target(noon, next), fired: 3 }),
  mails: (to) => [{ subject: `to ${to ?? 'anybody'}` }],
  executions: () => [],
  execution: (arn) => ({ arn }),
  token: async (user) => (user === 'ana' ? 'signed' : undefined),
  denials: () => [],
  deadLetters: () => [],
  log: (source) => (source === 'Intake' ? ['line'] : undefined),
  logNames: () => ['Intake'],
  reset: async () => undefined,
};
const handle = createControl(controls);

async function ask(method: string, target: string, body = ''): Promise<LocalReply | undefined> {
  const url = new URL(target, 'http://127.0.0.1');
  const request = {
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: {},
    rawHeaders: [],
    sourceIp: '127.0.0.1',
  };
  return handle({ ...request, body: Buffer.from(body) });
}

const json = (reply: LocalReply | undefined): unknown => JSON.parse(String(reply?.body));

test.each([
  ['{"by":"PT24H"}', '2026-03-03T12:00:00.000Z'],
  ['{"seconds":90}', '2026-03-02T12:01:30.000Z'],
  ['{"to":"2026-07-01T09:00:00Z"}', '2026-07-01T09:00:00.000Z'],
  ['{"to":"next"}', '2026-03-02T15:30:00.000Z'],
])('%s takes the clock to %s', async (body, now) => {
  expect(json(await ask('POST', '/_local/clock/advance', body))).toEqual({ now, fired: 3 });
});

test.each([
  ['no JSON', '{', 400],
  ['two targets', '{"by":"PT1H","seconds":1}', 400],
  ['an unknown key', '{"until":"x"}', 400],
  ['no duration', '{"by":"a day"}', 400],
  ['a duration without a fixed length', '{"by":"P1M"}', 400],
  ['no instant', '{"to":"tomorrow"}', 400],
  ['backwards', '{"by":"-PT1H"}', 400],
  ['the past', '{"to":"2020-01-01T00:00:00Z"}', 409],
])('%s is a problem', async (_name, body, status) => {
  const reply = await ask('POST', '/_local/clock/advance', body);
  expect([reply?.status, reply?.headers?.['content-type']]).toEqual([status, 'application/problem+json']);
  expect(json(reply)).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
});

test.each([
  ['/_local/health', { status: 'ok', now: '2026-03-02T12:00:00.000Z', frozen: true }],
  ['/_local/mail?to=a%40b', [{ subject: 'to a@b' }]],
  ['/_local/token?user=ana', { token: 'signed' }],
  ['/_local/logs', ['Intake']],
  ['/_local/logs?function=Intake', ['line']],
  ['/_local/executions/arn%3Aaws%3Astates', { arn: 'arn:aws:states' }],
])('GET %s', async (path, expected) => {
  expect(json(await ask('GET', path))).toEqual(expected);
});

test.each([
  ['/_local/token', 400],
  ['/_local/token?user=nobody', 404],
  ['/_local/logs?function=Nothing', 404],
])('GET %s is answered %i', async (path, status) => {
  expect((await ask('GET', path))?.status).toBe(status);
});

test('other paths and methods are left to others', async () => {
  expect(await ask('GET', '/_local/')).toBeUndefined();
  expect(await ask('GET', '/_local/reset')).toBeUndefined();
});
