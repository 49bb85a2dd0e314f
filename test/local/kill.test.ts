import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { runningProcess } from '../../local/process-identity.ts';
import { fixture, type Assembly } from './fixture/assembly.ts';

const ready = z.object({ site: z.string() });
const executions = z.array(z.object({ name: z.string(), status: z.string() }));

let assembly: Assembly;
let data: string;
let running: { readonly child: ChildProcess; readonly site: string };

async function open(): Promise<typeof running> {
  const script = join(import.meta.dirname, 'fixture', 'run.ts');
  const child = spawn(process.execPath, [script, assembly.directory, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(child.stdout, 'data');
  return { child, site: ready.parse(JSON.parse(String(line))).site };
}

async function kill(): Promise<void> {
  const ended = once(running.child, 'exit');
  running.child.kill('SIGKILL');
  await ended;
}

const order = async (id: string): Promise<Response> =>
  fetch(`${running.site}/api/items`, { method: 'POST', body: JSON.stringify({ id }) });

beforeAll(async () => {
  assembly = fixture();
  data = mkdtempSync(join(tmpdir(), 'hearback-kill-'));
  running = await open();
});

afterAll(async () => {
  await kill();
  assembly.dispose();
  rmSync(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

test('killed between any two hops, each order still gets one execution that ends at its instant', async () => {
  const ids = ['a', 'b', 'c', 'd'];
  for (const [index, id] of ids.entries()) {
    expect((await order(id)).status).toBe(202);
    // At once, and a little later each time: before the stream is read, while the machine starts, when it waits.
    await new Promise((resolve) => setTimeout(resolve, index * 100));
    const database = readFileSync(join(data, 'state', 'dynamodb', 'pid'), 'utf8');
    await kill();
    running = await open();
    expect(runningProcess(database)).toBeUndefined();
  }
  const by = { method: 'POST', body: JSON.stringify({ by: 'PT25H' }) };
  expect((await fetch(`${running.site}/_local/clock/advance`, by)).status).toBe(200);
  const all = executions.parse(await (await fetch(`${running.site}/_local/executions`)).json());
  expect(all.map(({ name, status }) => `${name} ${status}`).sort()).toEqual(
    ids.map((id) => `${id} SUCCEEDED`),
  );
});
