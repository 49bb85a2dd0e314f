import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/**
 * Debian's two: the one made to run without a window draws none, and takes half the processor time of the one that
 * only hides it.
 */
const programs = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

const without = [
  // A page elsewhere may call the laptop: in a deployment the API is no neighbour in a private network.
  'LocalNetworkAccessChecks',
  // Of the address bar, which nobody sees: each window would draw it for half a second of processor time.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/** Starts Debian's Chromium without a window. @throws Error when the machine has none */
export function openBrowser(): Promise<Browser> {
  const executablePath = programs.find((path) => existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      `neither ${programs.join(' nor ')} is there: install Debian's package "chromium-headless-shell"`,
    );
  }
  const args = ['--no-sandbox', '--headless', `--disable-features=${without.join(',')}`];
  return chromium.launch({ executablePath, args });
}

/** Waits until nothing is loaded any more; at most three seconds, as a page that writes into a frame never counts as idle. */
export async function quiet(page: Page): Promise<void> {
  await Promise.race([page.waitForLoadState('networkidle'), page.waitForTimeout(3000)]);
}
