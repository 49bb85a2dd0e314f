import { expect, test } from 'vitest';
import { careersPages } from '../../tools/web/careers-pages.ts';
import { sampleOfferings } from '../../tools/web/sample-jobs.ts';
import { inRepository } from '../../infra/paths.ts';

const bundle = (path: string) => ({ path, contents: new Uint8Array() });
const bundles = { script: bundle('assets/careers.js'), style: bundle('assets/careers.css') };
const pathsOf = (withSample: boolean) =>
  careersPages('Ferreira & Sons', withSample ? sampleOfferings(inRepository('.')) : [], bundles);

test('A deployment has the careers page in each language, and no job or form of the sample company', () => {
  const pages = pathsOf(false);
  expect(pages.map(({ path }) => path).toSorted()).toEqual([
    '404.html',
    'careers/developers/index.html',
    'careers/es/index.html',
    'careers/fr/index.html',
    'careers/index.html',
    'careers/job/index.html',
    'icon.svg',
    'index.html',
  ]);
  const careers = String(pages.find(({ path }) => path === 'careers/index.html')?.contents);
  expect(careers).toContain('Ferreira &amp; Sons');
  expect(careers).not.toMatch(/Shopwithus|sales-assistant/);
  const developers = String(pages.find(({ path }) => path === 'careers/developers/index.html')?.contents);
  expect(developers).not.toContain('href="/careers/plain/"');
});

test('The laptop shows the sample company’s jobs, and its forms at work', () => {
  const paths = pathsOf(true).map(({ path }) => path);
  expect(paths).toContain('careers/sales-assistant-leeds/index.html');
  expect(paths).toContain('careers/plain/index.html');
});
