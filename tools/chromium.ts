import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';

const without = [
  // A page elsewhere may call the laptop: in a deployment the API is no neighbour in a private network.
  'LocalNetworkAccessChecks',
  // Of the address bar, which nobody sees: each window would draw it for half a second of processor time.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Starts Debian's Chromium without a window. @throws Error when the machine has none */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(`${executablePath} is missing: install Debian's package "chromium"`);
  }
  const args = ['--no-sandbox', '--headless', `--disable-features=${without.join(',')}`];
  return chromium.launch({ executablePath, args });
}

/** Waits until nothing is loaded any more; at most three seconds, as a page that writes into a frame never counts as idle. */
export async function quiet(page: Page): Promise<void> {
  await Promise.race([page.waitForLoadState('networkidle'), page.waitForTimeout(3000)]);
}
