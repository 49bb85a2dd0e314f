import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compressing } from '../../../local/rest/compression.ts';
import type { LocalReply } from '../../../local/rest/exchange.ts';
import type { Resource } from '../../../local/resource.ts';

const distribution = (Compress: boolean): Resource[] => [
  {
    logicalId: 'Site',
    physicalId: 'site',
    type: 'AWS::CloudFront::Distribution',
    properties: { DistributionConfig: { DefaultCacheBehavior: { Compress } } },
  },
];
const script = 'let answer = 42;'.repeat(100);
const replying = (type: string, body: string) => () =>
  Promise.resolve({ status: 200, headers: { 'content-type': type }, body });
const ask = (site: ReturnType<typeof compressing>, encoding?: string): Promise<LocalReply | undefined> =>
  site({
    method: 'GET',
    path: '/assets/a.js',
    query: new URLSearchParams(),
    headers: { ...(encoding !== undefined && { 'accept-encoding': encoding }) },
    rawHeaders: [],
    sourceIp: '127.0.0.1',
    body: Buffer.from(''),
  });

describe('texts of the site', () => {
  const site = compressing(distribution(true), replying('text/javascript; charset=utf-8', script));

  it('are compressed for whoever takes it, and are the same', async () => {
    for (const time of ['first', 'second']) {
      const reply = await ask(site, 'br, gzip');
      expect([time, reply?.headers?.['content-encoding']]).toEqual([time, 'gzip']);
      expect(gunzipSync(Buffer.from(reply?.body ?? '')).toString()).toBe(script);
    }
  });

  it('are left alone for others', async () => {
    for (const encoding of [undefined, 'br', 'identity'])
      expect((await ask(site, encoding))?.body).toBe(script);
  });
});

it.each([
  ['a small text', true, 'text/css', 'a{}'],
  ['a picture', true, 'image/png', script],
  ['a distribution that does not compress', false, 'text/css', script],
])('%s stays as it is', async (_, compresses, type, body) => {
  const site = compressing(distribution(compresses), replying(type, body));
  expect((await ask(site, 'gzip'))?.body).toBe(body);
});
