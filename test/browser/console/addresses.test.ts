// @module-tag browser
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createStaticSite } from '../../../local/rest/static-site.ts';
import { synthesize } from '../../infra/synthesized.ts';

const answers = z.looseObject({ uri: z.string() });

/** The function that CloudFront runs on every request for a page. */
const code = synthesize()
  .all('AWS::CloudFront::Function', z.looseObject({ FunctionCode: z.string() }))
  .map(({ properties }) => properties.FunctionCode)
  .find((text) => text.includes('index.html'));

/** Which file CloudFront asks the bucket for. */
const fileOf = (uri: string): string =>
  answers.parse(runInNewContext(`${code}; handler({ request: { uri } })`, { uri })).uri;

const directory = mkdtempSync(join(tmpdir(), 'console-'));
mkdirSync(join(directory, 'console', 'assets'), { recursive: true });
for (const file of ['console/index.html', 'console/assets/index.js', 'console/config.json'])
  writeFileSync(join(directory, file), file);
const site = createStaticSite(
  directory,
  () => ({}),
  () => ({}),
);
afterAll(() => rmSync(directory, { recursive: true }));

describe.each([
  ['/console', 'console/index.html'],
  ['/console/', 'console/index.html'],
  ['/console/decide/01KJT08CQ0RYQ4JP0XZX0DSZDK/shortlist-1', 'console/index.html'],
  [
    '/console/decide/01KJT08CQ0RYQ4JP0XZX0DSZDK/feedback-01KJT08CQ0RYQ4JP0XZX0DSZDK.tom-becker',
    'console/index.html',
  ],
  ['/console/applications/01KJT08CQ0RYQ4JP0XZX0DSZDK', 'console/index.html'],
  ['/console/assets/index.js', 'console/assets/index.js'],
  ['/console/config.json', 'console/config.json'],
])('%s', (path, file) => {
  test('is the same file in CloudFront and on the laptop', async () => {
    expect(fileOf(path)).toBe(`/${file}`);
    const reply = await site({
      method: 'GET',
      path,
      query: new URLSearchParams(),
      headers: {},
      rawHeaders: [],
      sourceIp: '127.0.0.1',
      body: Buffer.alloc(0),
    });
    expect(reply).toMatchObject({ status: 200 });
    expect(String(reply?.body)).toBe(file);
  });
});

test('a script that is not there is not the page instead', async () => {
  expect(fileOf('/console/assets/old.js')).toBe('/console/assets/old.js');
});
