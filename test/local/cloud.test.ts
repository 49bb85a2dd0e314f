import { GetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadAssembly } from '../../local/assembly/load.ts';
import { startCloud, type Cloud } from '../../local/cloud.ts';
import { fixture, type Assembly } from './fixture/assembly.ts';

const start = Date.parse('2026-03-02T09:00:00Z');
const payload = z.record(z.string(), z.unknown());
const advanced = z.object({ now: z.string(), fired: z.number() });
const control = { accessKeyId: 'local', secretAccessKey: 'local' };

let assembly: Assembly;
let data: string;
let cloud: Cloud;
const reports: string[] = [];

async function open(directory: string | undefined): Promise<Cloud> {
  return startCloud({
    assembly: assembly.directory,
    site: join(directory ?? tmpdir(), 'site'),
    port: 0,
    awsPort: 0,
    data: directory,
    start,
    report: (line) => void reports.push(line),
    died: (reason) => void reports.push(reason),
  });
}

async function item(pk: string): Promise<Record<string, unknown> | undefined> {
  const { name } = loadAssembly(assembly.directory).tables[0] ?? { name: '' };
  const client = new DynamoDBClient({ endpoint: cloud.awsUrl, region: 'us-east-1', credentials: control });
  const { Item } = await client.send(new GetItemCommand({ TableName: name, Key: { pk: { S: pk } } }));
  return Item;
}

async function invoke(
  logicalId: string,
): Promise<{ error: string | null; payload: Record<string, unknown> }> {
  const model = loadAssembly(assembly.directory).functions.find((fn) => fn.logicalId.startsWith(logicalId));
  const answer = await fetch(`${cloud.awsUrl}/2015-03-31/functions/${model?.name}/invocations`, {
    method: 'POST',
    headers: {
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260302/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=none',
    },
  });
  return { error: answer.headers.get('x-amz-function-error'), payload: payload.parse(await answer.json()) };
}

async function order(id: string): Promise<Response> {
  return fetch(`${cloud.siteUrl}/api/items`, { method: 'POST', body: JSON.stringify({ id }) });
}

async function advance(body: object): Promise<z.infer<typeof advanced>> {
  const request = { method: 'POST', body: JSON.stringify(body) };
  return advanced.parse(await (await fetch(`${cloud.siteUrl}/_local/clock/advance`, request)).json());
}

beforeAll(async () => {
  assembly = fixture();
  data = mkdtempSync(join(tmpdir(), 'hearback-test-'));
  cloud = await open(data);
});

afterAll(async () => {
  await cloud.stop();
  assembly.dispose();
  rmSync(data, { recursive: true, force: true });
});

describe('a stack on the laptop', () => {
  test('runs the custom resource before anything else', async () => {
    expect(await item('setup-Create-1')).toBeDefined();
  });

  test('leads a request through API, table, stream, machine, bus and rule, each at its instant', async () => {
    const answer = await order('order-1');
    expect([answer.status, await answer.json()]).toEqual([202, { id: 'order-1' }]);
    await cloud.quiet();
    expect(cloud.executions()).toMatchObject([
      {
        name: 'order-1',
        status: 'RUNNING',
        currentStates: ['Sleep on it'],
        nextDue: '2026-03-03T09:00:00.000Z',
      },
    ]);
    expect(await item('order-1')).toMatchObject({ at: { S: '2026-03-02T09:00:00.000Z' } });
    expect(await item('heard-order-1')).toBeUndefined();

    expect(await advance({ to: 'next' })).toMatchObject({ now: '2026-03-03T09:00:00.000Z' });

    expect(cloud.executions()).toMatchObject([{ name: 'order-1', status: 'SUCCEEDED' }]);
    expect(await item('heard-order-1')).toMatchObject({ at: { S: '2026-03-03T09:00:00Z' } });
  });

  test('fires schedules on the way, at their own instants', async () => {
    expect(await item('tick-2026-03-02T10:00:00Z')).toBeDefined();
    expect(await item('tick-2026-03-03T09:00:00Z')).toBeDefined();
    expect(await item('tick-2026-03-03T09:30:00Z')).toBeUndefined();
  });

  test('refuses what a role may not do, tells the function and keeps it for people', async () => {
    const { error, payload } = await invoke('intruder');
    expect([error, payload['errorType']]).toEqual(['Unhandled', 'AccessDeniedException']);
    expect(payload['errorMessage']).toMatch(
      /is not authorized to perform: dynamodb:GetItem on resource: arn:aws:/,
    );
    expect(cloud.denials()).toMatchObject([{ action: 'dynamodb:GetItem', at: '2026-03-03T09:00:00.000Z' }]);
    expect(reports.join('\n')).toContain('dynamodb:GetItem');
  });

  test('gives an error of the handler as Lambda does', async () => {
    expect(await invoke('failing')).toMatchObject({
      error: 'Unhandled',
      payload: { errorType: 'Unlucky', errorMessage: 'no such luck' },
    });
    expect(cloud.log(cloud.logNames().find((name) => name.startsWith('failing')) ?? '')?.join('')).toContain(
      'no such luck',
    );
  });

  test('cuts a handler off after its time-out', async () => {
    const { payload } = await invoke('sleeper');
    expect(payload['errorMessage']).toMatch(/Task timed out after 1\.00 seconds/);
  });

  test('goes on after a restart where it was', async () => {
    await order('order-2');
    await cloud.quiet();
    await cloud.stop();
    cloud = await open(data);
    expect(new Date(cloud.now()).toISOString()).toBe('2026-03-03T09:00:00.000Z');
    expect(await item('setup-Update-1')).toBeUndefined();
    await advance({ by: 'PT24H' });
    expect(await item('heard-order-2')).toMatchObject({ at: { S: '2026-03-04T09:00:00Z' } });
    expect(cloud.executions().map(({ name, status }) => [name, status])).toEqual([
      ['order-2', 'SUCCEEDED'],
      ['order-1', 'SUCCEEDED'],
    ]);
  });

  test('keeps a second cloud off its data', async () => {
    await expect(open(data)).rejects.toThrow(/is in use by process/);
  });

  test('begins anew on reset, at the same addresses', async () => {
    const before = [cloud.siteUrl, cloud.awsUrl];
    const answer = await fetch(`${cloud.siteUrl}/_local/reset`, { method: 'POST' });
    expect(await answer.json()).toEqual({ status: 'ok', now: '2026-03-02T09:00:00.000Z', frozen: true });
    expect([cloud.siteUrl, cloud.awsUrl]).toEqual(before);
    expect(cloud.executions()).toEqual([]);
    expect(await item('order-1')).toBeUndefined();
    expect(await item('setup-Create-1')).toBeDefined();
  });
});
