import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where a run leaves its pictures: `SCREENSHOTS`, or `test-results/`, which git ignores. */
const folder = process.env['SCREENSHOTS'] ?? join(import.meta.dirname, '../../test-results');

/** Keeps a picture of a page, from top to bottom, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/[^\w-]+/g, '-')}.png`);
  await page.screenshot({ path, fullPage: true, animations: 'disabled' });
}
