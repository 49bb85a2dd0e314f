import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { quiet } from '../../tools/chromium.ts';

/** How many times slower the processor is made: a cheap phone beside this machine. */
const slowdown = 4;

export interface Opened {
  /** Milliseconds from the request to the last long task before the page could be used. */
  readonly usable: number;
  /** Tasks of more than 50 ms until then. */
  readonly longTasks: number;
  /** Bytes as they travel, compressed. Mails' fonts and pictures there are none. */
  readonly weight: {
    readonly requests: number;
    readonly script: number;
    readonly style: number;
    readonly all: number;
  };
}

/** Runs in the page before anything else: notes when what is waited for is there, and what kept the page busy. */
export const stopwatch = (ready: string): string => `
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  const look = () => {
    if (document.querySelector(${JSON.stringify(ready)})) {
      window.readyAt = performance.now();
      document.documentElement.dataset.ready = '';
    } else requestAnimationFrame(look);
  };
  look();
`;

export async function slowed(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** Signs in where the sign-in page asks who it is; other pages are left alone. */
export async function signIn(page: Page, siteUrl: string, colleague = 'Ana Ruiz'): Promise<void> {
  await page.goto(`${siteUrl}/console/`);
  await page.getByRole('button', { name: colleague }).click();
  await page.locator('main h1').waitFor();
}

/** Opens a page with an empty cache, and gives what came and how long it took until it could be used. */
export async function opened(
  browser: Browser,
  siteUrl: string,
  address: string,
  ready: string,
  colleague?: string,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.route('**/empty', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Empty</title><p>Empty</p>' }),
  );
  const isConsole = address.startsWith('/console');
  if (isConsole) await signIn(page, siteUrl, colleague);
  /** By address: on its way through sign-in the console is loaded twice, and the second time from the cache. */
  const weights = new Map<string, Promise<{ type: string; bytes: number }>>();
  page.on('response', (response) => {
    const type = response.request().resourceType();
    const weigh = async () => ({ type, bytes: gzipSync(await response.body()).byteLength });
    if (response.status() < 300)
      weights.set(
        response.url(),
        weigh().catch(() => ({ type, bytes: 0 })),
      );
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await slowed(page);
  await page.addInitScript(stopwatch(ready));
  await page.goto(`${siteUrl}${address}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await quiet(page);
  const { usable, longTasks } = await page.evaluate<{ usable: number; longTasks: number }>(`(() => {
    const before = longTasks.filter(({ startTime }) => startTime <= readyAt);
    const ends = before.map(({ startTime, duration }) => startTime + duration);
    return { usable: Math.max(readyAt, ...ends), longTasks: before.length };
  })()`);
  const parts = await Promise.all(weights.values());
  await context.close();
  const sum = (...types: string[]) =>
    parts.filter(({ type }) => types.includes(type)).reduce((total, { bytes }) => total + bytes, 0);
  return {
    usable,
    longTasks,
    weight: {
      requests: parts.length,
      script: sum('script'),
      style: sum('stylesheet'),
      all: sum(...new Set(parts.map(({ type }) => type))),
    },
  };
}
