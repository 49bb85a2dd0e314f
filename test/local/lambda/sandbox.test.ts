import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FunctionModel } from '../../../local/assembly/model.ts';
import { FunctionPool } from '../../../local/lambda/pool.ts';
import { Sandbox } from '../../../local/lambda/sandbox.ts';

const code = {
  'index.mjs': `
    let calls = 0;
    export const warm = async () => ++calls;
    export const environment = async () => process.env.WHO;
    export const nothing = async () => {};
    export const slow = async ({ ms }) => { await new Promise((resolve) => setTimeout(resolve, ms)); return 'done'; };
    export const crash = async () => { setTimeout(() => { throw new RangeError('late'); }); await new Promise(() => {}); };
    export const logging = async () => { console.log('one\\ntwo'); process.stderr.write('three\\n'); };
    export const callback = (event, context, done) => done(null, 1);
    export const leaving = async () => process.exit(3);
  `,
  'plain.js': `exports.handler = async (event, context) => [typeof require, event.x, context.functionName];`,
};

let directory: string;
let lines: string[] = [];
const open: { stop(): Promise<void> }[] = [];

function model(handler: string, changes: Partial<FunctionModel> = {}): FunctionModel {
  return {
    logicalId: 'Some',
    name: 'some-function',
    arn: 'arn:some',
    directory,
    handler,
    environment: {},
    roleArn: 'arn:role',
    timeoutSeconds: 20,
    memoryMegabytes: 128,
    reservedConcurrency: undefined,
    asyncRetries: 2,
    asyncFailureArn: undefined,
    ...changes,
  };
}

function sandbox(handler: string, changes: Partial<FunctionModel> = {}): Sandbox {
  const made = new Sandbox(model(handler, changes), { WHO: 'me' }, (line) => void lines.push(line));
  open.push(made);
  return made;
}

function pool(handler: string, changes: Partial<FunctionModel> = {}): FunctionPool {
  const made = new FunctionPool(model(handler, changes), () => sandbox(handler, changes));
  open.push(made);
  return made;
}

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'hearback-lambda-'));
  for (const [name, text] of Object.entries(code)) writeFileSync(join(directory, name), text);
});
afterAll(() => rmSync(directory, { recursive: true }));
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
  lines = [];
});

describe('a sandbox', () => {
  test('stays warm between invocations, with an environment of its own', async () => {
    const warm = sandbox('index.warm');
    expect([await warm.invoke('{}'), await warm.invoke('{}')].map(({ payload }) => payload)).toEqual([
      '1',
      '2',
    ]);
    expect((await sandbox('index.environment').invoke('{}')).payload).toBe('"me"');
    expect(process.env['WHO']).toBeUndefined();
  });

  test('runs a .js file as CommonJS', async () => {
    expect((await sandbox('plain.handler').invoke('{"x":5}')).payload).toBe('["function",5,"some-function"]');
  });

  test('answers null for nothing', async () => {
    expect(await sandbox('index.nothing').invoke('{}')).toEqual({
      payload: 'null',
      functionError: undefined,
    });
  });

  test.each([
    ['index.gone', /the handler gone is not a function/],
    ['index.callback', /takes a callback, which nodejs24\.x does not support/],
    ['index.crash', /RangeError.*late/],
    ['index.leaving', /Runtime\.ExitError.*status 3/],
  ])('says what is wrong with %s', async (handler, message) => {
    const { payload, functionError } = await sandbox(handler).invoke('{}');
    expect([functionError, payload]).toEqual(['Unhandled', expect.stringMatching(message)]);
  });

  test('is refused for a handler without a file', () => {
    expect(() => sandbox('elsewhere.handler')).toThrow(/cannot find the handler elsewhere\.handler/);
  });

  test('is over after a time-out', async () => {
    const timed = sandbox('index.slow', { timeoutSeconds: 0.2 });
    expect((await timed.invoke('{"ms":60000}')).payload).toContain('Task timed out after 0.20 seconds');
    expect(timed.dead).toBe(true);
  });
});

describe('a pool', () => {
  test('lets invocations beyond its instances wait their turn', async () => {
    const slow = pool('index.slow');
    const all = await Promise.all(Array.from({ length: 7 }, () => slow.invoke('{"ms":5}')));
    expect(all.map(({ payload }) => payload)).toEqual(Array.from({ length: 7 }, () => '"done"'));
  });

  test('throttles beyond the reserved concurrency', async () => {
    const reserved = pool('index.slow', { reservedConcurrency: 1 });
    const first = reserved.invoke('{"ms":50}');
    await expect(reserved.invoke('{}')).rejects.toThrow(/reserved concurrency of 1/);
    expect((await first).payload).toBe('"done"');
  });

  test('replaces an instance that has ended', async () => {
    const leaving = pool('index.leaving');
    await leaving.invoke('{}');
    expect((await leaving.invoke('{}')).payload).toContain('Runtime.ExitError');
  });

  test('hands over what is warm, and ends what is at work', async () => {
    const before = pool('index.warm');
    expect((await before.invoke('{}')).payload).toBe('1');
    const warm = await before.handOver();
    const after = new FunctionPool(model('index.warm'), () => sandbox('index.warm'), warm);
    open.push(after);
    expect((await after.invoke('{}')).payload).toBe('2');

    const busy = pool('index.slow');
    void busy.invoke('{"ms":60000}');
    expect(await busy.handOver()).toEqual([]);
    expect(open.filter((one) => one instanceof Sandbox).map(({ dead }) => dead)).toEqual([false, true]);
  });
});
