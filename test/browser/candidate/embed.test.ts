// @module-tag browser
import { expect, test } from 'vitest';
import { fillIn, useSite } from './visitor.ts';

const site = useSite('2026-03-03T14:05:00Z');
const careers = 'https://careers.shopwithus.example';

/** A careers site with styles that would ruin any form it could reach. */
const hostile = (script: string, job: string): string => `<!doctype html>
<html lang="en"><head><title>Jobs</title><style>
html { font-size: 62.5% }
* { all: unset !important; display: inline !important; color: red !important; float: right !important }
hearback-apply { --hb-brand: rgb(122, 31, 92); --hb-on-brand: white }
</style></head><body><main><h1>Jobs</h1>
<hearback-apply job="${job}"><a href="/apply-by-mail">Apply by mail</a></hearback-apply>
</main><script src="${script}"></script></body></html>`;

async function foreignPage(job: string, options = {}) {
  const { page } = await site().visit(options);
  const body = hostile(`${site().url}/embed/hearback-apply.js`, job);
  await page.route(`${careers}/**`, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(`${careers}/jobs`);
  return page;
}

test('the form works in a foreign page, in its brand and untouched by its styles', async () => {
  const page = await foreignPage('sales-assistant-leeds');
  const before = await page.evaluate('Object.keys(globalThis).length');
  await fillIn(page, { name: 'Julia Perez', email: 'embedded@example.com' });
  const button = page.getByRole('button', { name: 'Send my application' });
  const look = await page.evaluate(`(() => {
    const button = document.querySelector('hearback-apply').shadowRoot.querySelector('.button');
    const { backgroundColor, color, fontSize, float } = getComputedStyle(button);
    return [backgroundColor, color, fontSize, float];
  })()`);
  expect(look).toEqual(['rgb(122, 31, 92)', 'rgb(255, 255, 255)', '16px', 'none']);
  expect(await page.getByRole('link', { name: 'Apply by mail' }).isVisible()).toBe(false);
  expect(await page.evaluate('Object.keys(globalThis).length')).toBe(before);
  expect(await page.title()).toBe('Jobs');
  await button.click();
  await page.waitForURL(`${site().url}/application`);
  await page.getByRole('heading', { name: 'We have your application' }).waitFor();
});

test('errors lead to their fields inside the shadow root', async () => {
  const page = await foreignPage('sales-assistant-leeds');
  await page.getByRole('button', { name: 'Send my application' }).click();
  await page.getByRole('link', { name: /Your name/ }).click();
  expect(await page.evaluate("document.querySelector('hearback-apply').shadowRoot.activeElement.name")).toBe(
    'name',
  );
  expect(await page.title()).toBe('Jobs');
});

test('what stands in the tag stays when there is no such job, and without script', async () => {
  const unknown = await foreignPage('no-such-job');
  await unknown.waitForLoadState('networkidle');
  expect(await unknown.getByRole('link', { name: 'Apply by mail' }).isVisible()).toBe(true);
  const plain = await foreignPage('sales-assistant-leeds', { javaScriptEnabled: false });
  expect(await plain.getByRole('link', { name: 'Apply by mail' }).isVisible()).toBe(true);
});
