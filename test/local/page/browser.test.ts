import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../tools/chromium.ts';
import { violations } from '../../browser/axe.ts';
import { type Laptop, startLaptop } from './laptop.ts';

describe('the control page in a browser', { timeout: 30_000 }, () => {
  let laptop: Laptop;
  let browser: Browser;
  beforeAll(async () => {
    laptop = await startLaptop();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await laptop.close();
  });

  /** Opens a section; what the page itself does against its policy fails the test. */
  async function open(
    hash: string,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ page: Page; faults: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // The sample mail tries a script and a remote picture; that they are refused is the point.
      if (message.type() === 'error' && !/sandboxed|elsewhere\.example/.test(message.text())) {
        faults.push(message.text());
      }
    });
    await page.goto(`${laptop.origin}/_local/${hash}`);
    return { page, faults };
  }

  it('lists mail, opens one, shows its parts', async () => {
    const { page, faults } = await open('#/inbox');
    const entries = page.locator('.entries li');
    await entries.nth(2).waitFor();
    expect(await entries.nth(1).textContent()).toContain('bounced');
    await page.locator('#filter').fill('julia');
    expect(await entries.count()).toBe(3);
    await page.locator('#filter').fill('interview');
    await entries.first().locator('a').click();
    const mail = page.frameLocator('iframe');
    await mail.getByRole('heading', { name: /^Your interview/ }).waitFor();
    expect(await page.locator('.facts').textContent()).toContain('Ana Ruíz <jobs@shop.example>');
    await page.getByRole('link', { name: 'Text', exact: true }).click();
    expect(await page.locator('pre').textContent()).toContain('Hello,');
    await page.getByRole('link', { name: 'Headers' }).click();
    expect(await page.locator('.headers').textContent()).toContain('List-Unsubscribe=One-Click');
    expect(faults).toEqual([]);
  });

  it('travels in time and says how far it got', async () => {
    const { page, faults } = await open('#/journeys');
    await page.getByRole('heading', { name: 'Running (2)' }).waitFor();
    expect(await page.locator('.card').first().textContent()).toContain('Next timer in 23 h');
    await page.getByRole('button', { name: 'Next deadline' }).click();
    await page.getByText('2 timers ran').waitFor();
    expect(laptop.steps.at(-1)).toEqual({ to: 'next' });
    await page.getByRole('button', { name: '+1 day' }).click();
    await expect.poll(() => laptop.steps.at(-1)).toEqual({ by: 'PT24H' });
    await page.getByText('2 timers ran').waitFor();
    await page.getByLabel('To').fill('2026-03-20T10:00');
    await page.getByRole('button', { name: 'Go' }).click();
    await expect
      .poll(() => laptop.steps.at(-1))
      .toHaveProperty('to', expect.stringMatching(/^2026-03-\d\dT.*Z$/));
    expect(faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has no accessibility fault in the %s theme, and fits a phone',
    async (colorScheme) => {
      // The checker brings scripts of its own, which the page's policy would refuse.
      const viewport = { width: 320, height: 640 };
      const { page } = await open('#/inbox', { colorScheme, viewport, bypassCSP: true });
      for (const [link, heading] of [
        ['Inbox', 'Choose a mail'],
        ['Journeys', 'Ended (1)'],
        ['Trouble', 'Calls that a role did not allow (1)'],
        ['People', 'API keys'],
      ] as const) {
        await page.getByRole('link', { name: link }).first().click();
        await page.getByRole('heading', { name: heading }).waitFor();
        expect(await violations(page, 'best-practice')).toEqual([]);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow).toBeLessThanOrEqual(0);
      }
    },
  );
});
