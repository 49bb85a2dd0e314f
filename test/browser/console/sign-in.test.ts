// @module-tag browser
import { expect, test } from 'vitest';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';

const site = useSite('2026-03-03T09:00:00Z');
const scripts = /\/console\/assets\/.*\.js/;

test('nothing of the console is loaded on the way to the sign-in pages but what leads there', async () => {
  const { page } = await site().visit();
  const loaded: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (scripts.test(pathname)) loaded.push(pathname);
  });
  await page.goto('/console/');
  const ana = page.getByRole('button', { name: 'Ana Ruiz' });
  await ana.waitFor();
  expect(loaded.map((path) => path.replace(/-[^-]+\.js$/, ''))).toEqual([
    '/console/assets/first.js',
    '/console/assets/index',
  ]);
  await ana.click();
  await page.getByRole('button', { name: 'Ana Ruiz', expanded: false }).waitFor();
  expect(loaded.some((path) => path.includes('/show-'))).toBe(true);
});

test('whoever loses the network after the sign-in is told so, and can try again', async () => {
  const { page } = await site().visit();
  await page.route('**/console/assets/show-*.js', (route) => route.abort());
  await page.goto('/console/');
  await page.getByRole('button', { name: 'Ana Ruiz' }).click();
  await page.getByText('The console could not be loaded.').waitFor();
  expect(await violations(page)).toEqual([]);
  const button = await page.getByRole('button', { name: 'Try again' }).boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(44);
  await page.unroute('**/console/assets/show-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('button', { name: 'Ana Ruiz', expanded: false }).waitFor();
});

test('whoever cannot even be sent to the sign-in pages is told so', async () => {
  const { page } = await site().visit();
  await page.route('**/console/config.json', (route) => route.fulfill({ status: 503 }));
  await page.goto('/console/');
  await page.getByText('You are not signed in').waitFor();
  await page.getByText('/console/config.json was answered 503').waitFor();
});
