// @module-tag browser
import { describe, expect, test } from 'vitest';
import { counted, heightOf, slowNetwork } from '../slow-network.ts';
import { fillIn, useSite } from './visitor.ts';

const site = useSite('2026-03-03T14:05:00Z');
const job = '/careers/sales-assistant-leeds/';

/** Mail leaves once the machine behind the form has run: real work, on a busy laptop. */
const patience = { timeout: 20_000 };

const mailsTo = async (email: string): Promise<number> =>
  (await site().stage.mails()).filter(({ to }) => to.includes(email)).length;

describe('with script off', () => {
  test('the form applies, and says how to go on', async () => {
    const { page, complaints } = await site().visit({ javaScriptEnabled: false });
    await page.goto('/careers/');
    await page.getByRole('link', { name: 'Sales assistant, Leeds' }).click();
    await fillIn(page, { name: 'Julia Perez', email: 'plain@example.com' });
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.waitForURL(/\/application#/);
    await expect.poll(() => mailsTo('plain@example.com'), patience).toBe(1);
    expect(complaints).toEqual([]);
  });

  test('what does not fit comes back with everything that was typed', async () => {
    const { page, complaints } = await site().visit({ javaScriptEnabled: false });
    await page.goto('/careers/plain/');
    // A browser that does not check: the attribute is taken away on the way, as old browsers ignore it.
    await page.route('**/api/applications', (route) =>
      route.continue({
        postData: (route.request().postData() ?? '').replace('email=typo%40example.com', 'email=typo'),
      }),
    );
    await fillIn(page, { name: 'Julia Perez', email: 'typo@example.com' });
    await page.getByLabel('Books').check();
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.getByText('Please check these fields').waitFor();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Julia Perez');
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('typo');
    expect(await page.getByLabel('Books').isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

describe('the form', () => {
  test('says at each field what is missing, and leads there from a summary', async () => {
    const { page } = await site().visit();
    await page.goto(job);
    await page.getByRole('button', { name: 'Send my application' }).click();
    const summary = page.locator('.summary');
    expect(await page.locator('.summary:focus').count()).toBe(1);
    expect(await summary.getByRole('link').count()).toBe(4);
    expect(await page.title()).toMatch(/^Error: /);
    await summary.getByRole('link', { name: /Can you work two weekends/ }).click();
    expect(await page.locator('[name="criteria.weekends"][value="yes"]:focus').count()).toBe(1);
    expect(await page.getByLabel('E-mail address').getAttribute('aria-invalid')).toBe('true');
  });

  test('shows at its field what the API refuses', async () => {
    const { page } = await site().visit();
    await page.goto(job);
    await fillIn(page, { name: 'Julia Perez', email: 'refused@example.com' });
    await page.getByLabel('Telephone').fill('call me');
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.locator('#hb-phone-problem').getByText('telephone number').waitFor();
    expect(await page.locator('.summary').getByRole('link').allTextContents()).toEqual([
      expect.stringContaining('Telephone'),
    ]);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Julia Perez');
  });

  test('sends once however often it is pressed, and lands on the page of the application', async () => {
    const { page, complaints } = await site().visit();
    await page.goto(job);
    await fillIn(page, { name: 'Julia Perez', email: 'twice@example.com' });
    expect(await page.getByLabel('Send me a thank-you offer').isChecked()).toBe(false);
    let sent = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/applications')) sent += 1;
    });
    await page.getByRole('button', { name: 'Send my application' }).dblclick();
    await page.getByRole('heading', { name: 'We have your application' }).waitFor();
    expect(sent).toBe(1);
    expect(new URL(page.url()).hash).toBe('');
    expect(complaints).toEqual([]);
  });

  test('of a job that is looked up carries the company’s own name', async () => {
    const { page, complaints } = await site().visit();
    await page.route('**/api/jobs/conseil-clientele-lyon', async (route) => {
      const response = await route.fetch();
      return route.fulfill({
        response,
        json: { ...(await response.json()), company: { name: 'Maison Verte' } },
      });
    });
    await page.goto('/careers/job/?id=conseil-clientele-lyon');
    await page.getByRole('link', { name: 'Maison Verte' }).waitFor();
    expect(await page.title()).toMatch(/ · Maison Verte$/);
    expect(await page.locator('body').textContent()).not.toContain('Shopwithus ');
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('button', { name: 'Envoyer ma candidature' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('keeps everything while offline, and sends when the network is back', async () => {
    const { page } = await site().visit();
    await page.goto(job);
    await fillIn(page, { name: 'Julia Perez', email: 'train@example.com' });
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.getByText('You are offline. Nothing is lost').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('train@example.com');
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: 'We have your application' }).waitFor();
  });

  test('sends again under the same key when the reply was lost', async () => {
    const { page } = await site().visit();
    await page.goto(job);
    await fillIn(page, { name: 'Julia Perez', email: 'lost@example.com' });
    const keys: (string | undefined)[] = [];
    await page.route('**/api/applications', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (keys.length > 1) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.getByRole('button', { name: 'Try again now' }).click();
    await page.getByRole('heading', { name: 'We have your application' }).waitFor();
    expect(keys).toHaveLength(2);
    expect(keys[0]).toMatch(/^[\w-]{36}$/);
    expect(keys[1]).toBe(keys[0]);
    await expect.poll(() => mailsTo('lost@example.com'), patience).toBe(1);
  });
});

const file = (name: string, mimeType: string, bytes: number) => ({
  name,
  mimeType,
  buffer: Buffer.alloc(bytes, 'x'),
});

test('over a slow network the form shows how far the file is, sends once, and holds still', async () => {
  const { page } = await site().visit();
  await page.goto(job);
  await fillIn(page, { name: 'Julia Perez', email: 'slow@example.com' });
  const uploaded = counted(page, 'POST', '/api/uploads');
  const sent = counted(page, 'POST', '/api/applications');
  await slowNetwork(page);
  await page.locator('input[type="file"]').setInputFiles(file('julia.txt', 'text/plain', 120_000));
  await page.getByText('Uploading julia.txt').waitFor();
  const button = page.getByRole('button', { name: 'Send my application' });
  await button.click();
  await page.getByText('The file is still on its way; please wait a moment.').waitFor();
  await expect
    .poll(async () => Number(await page.locator('progress').getAttribute('value')), { interval: 20 })
    .toBeGreaterThan(0);
  await page.getByText('julia.txt (120 kB) is ready to send.').waitFor();
  await page.evaluate("document.querySelector('form .status').replaceChildren()");
  const before = await heightOf(button);
  await button.dblclick();
  await page.getByText('Sending your application …').waitFor();
  expect(await heightOf(button)).toBe(before);
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  await page.getByRole('heading', { name: 'We have your application' }).waitFor();
  expect([uploaded(), sent()]).toEqual([1, 1]);
});

describe('a résumé', () => {
  test('is uploaded and can be taken back', async () => {
    const { page, complaints } = await site().visit();
    await page.goto(job);
    await page.locator('input[type="file"]').setInputFiles(file('julia.pdf', 'application/pdf', 2_000));
    await page.getByText('julia.pdf (2 kB) is ready to send.').waitFor();
    expect(await page.locator('input[name="resumeKey"]').inputValue()).toMatch(/^quarantine\//);
    await page.getByRole('button', { name: 'Remove the file' }).click();
    expect(await page.locator('input[name="resumeKey"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('is refused in plain words when it is too large or of a strange kind', async () => {
    const { page } = await site().visit();
    await page.goto(job);
    const input = page.locator('input[type="file"]');
    await input.setInputFiles(file('film.pdf', 'application/pdf', 12 * 1_048_576));
    await page.getByText('That file is 12 MB; the limit is 10 MB.').waitFor();
    await input.setInputFiles(file('cat.png', 'image/png', 10));
    await page.getByText('That file is of a kind we cannot open.').waitFor();
  });

  test('can be dropped', async () => {
    const { page } = await site().visit();
    await page.goto(job);
    await page.locator('.upload input').waitFor({ state: 'attached' });
    const files = await page.evaluateHandle(`(() => {
      const dropped = new DataTransfer();
      dropped.items.add(new File(['Julia Perez'], 'julia.txt', { type: 'text/plain' }));
      return dropped;
    })()`);
    await page.locator('.upload').dispatchEvent('drop', { dataTransfer: files });
    await page.getByText('julia.txt (1 kB) is ready to send.').waitFor();
  });
});
