import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { hashed } from '../../tools/web/bundles.ts';
import { fileHeaders } from '../../local/rest/file-headers.ts';
import { inRepository } from '../../infra/paths.ts';
import { flat, synthesize } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
mkdirSync(join(folder, 'careers'));
writeFileSync(join(folder, 'careers/index.html'), '<h1>Careers</h1>');
afterAll(() => rmSync(folder, { recursive: true }));

const site = synthesize({}, folder);
const deployments = site.all(
  'Custom::CDKBucketDeployment',
  z.looseObject({
    Prune: z.boolean().default(true),
    Exclude: z.array(z.string()).default([]),
    Include: z.array(z.string()).default([]),
    SystemMetadata: z.object({ 'cache-control': z.string() }),
    DistributionPaths: z.array(z.string()).default([]),
  }),
);
const uploads = deployments.map(({ properties: { Exclude, Include, SystemMetadata } }) => ({
  prefix: '',
  exclude: Exclude,
  include: Include,
  cacheControl: SystemMetadata['cache-control'],
}));
const cacheControlOf = (file: string) => fileHeaders(uploads)(file)['cache-control'];
const forGood = 'public, max-age=31536000, immutable';
const askEachTime = 'public, max-age=0, s-maxage=86400, must-revalidate';

test('A name that changes with what is in it is kept for a year', async () => {
  const { path } = await hashed(inRepository('.'), 'web/candidate/survey.ts');
  expect([path, cacheControlOf(path)]).toEqual([path, forGood]);
  for (const file of ['console/assets/figures-CHRIbOW-.js', 'console/assets/icon-Gy-KDI6D.svg'])
    expect([file, cacheControlOf(file)]).toEqual([file, forGood]);
});

test.each([
  'index.html',
  'careers/index.html',
  'notice.css',
  'embed/hearback-apply.js',
  'console/config.json',
  'console/assets/first.js',
  'assets/careers.js',
])('%s is asked for each time', (file) => {
  expect(cacheControlOf(file)).toBe(askEachTime);
});

test('A file is uploaded by one deployment, and what is kept for a year is never taken away', () => {
  const [parts, pages] = [forGood, askEachTime].map((value) =>
    deployments.find(({ properties }) => properties.SystemMetadata['cache-control'] === value),
  );
  expect(deployments).toHaveLength(2);
  expect(parts?.properties).toMatchObject({ Prune: false, Exclude: ['*'], DistributionPaths: [] });
  expect(pages?.properties).toMatchObject({ Exclude: parts?.properties.Include, DistributionPaths: ['/*'] });
  for (const uploadsAgain of ['console/assets/first.js', 'index.html', 'assets/survey-W3H2MUIJ.js'])
    expect(uploads.filter((upload) => 'cache-control' in fileHeaders([upload])(uploadsAgain))).toHaveLength(
      1,
    );
});

test('The function that finds pages knows those there are, and stands at each page and at no other reply', () => {
  const [addresses, ...others] = site
    .all('AWS::CloudFront::Function', z.looseObject({ FunctionCode: z.string() }))
    .filter(({ properties }) => properties.FunctionCode.includes('index.html'));
  expect(others).toEqual([]);
  expect(addresses?.properties.FunctionCode).toContain('["/careers/index.html","/console/config.json"]');
  const behavior = z.looseObject({
    PathPattern: z.string().default('*'),
    FunctionAssociations: z.array(z.object({ EventType: z.string(), FunctionARN: z.unknown() })),
  });
  const distribution = z.looseObject({
    DistributionConfig: z.looseObject({
      DefaultCacheBehavior: behavior,
      CacheBehaviors: z.array(behavior),
      CustomErrorResponses: z.undefined().optional(),
    }),
  });
  const behaviors = site
    .all('AWS::CloudFront::Distribution', distribution)
    .map(({ properties }) => properties.DistributionConfig)
    .flatMap(({ DefaultCacheBehavior, CacheBehaviors }) => [DefaultCacheBehavior, ...CacheBehaviors]);
  const finding = behaviors.map(({ PathPattern, FunctionAssociations }) => [
    PathPattern,
    FunctionAssociations.filter(
      ({ FunctionARN }) => flat(FunctionARN) === `<${addresses?.id}.FunctionARN>`,
    ).map(({ EventType }) => EventType),
  ]);
  const both = ['viewer-request', 'viewer-response'];
  expect(Object.fromEntries(finding)).toEqual({
    '*': both,
    '/preview/*': both,
    '/api/record': [],
    '/api/*': [],
  });
});
