import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where a run leaves its pictures: `SCREENSHOTS=test-results npm test`. Without it, nobody looks and none are taken. */
const folder = process.env['SCREENSHOTS'];

/** Keeps a picture of a page, from top to bottom, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
}
