import type { Locator, Page } from 'playwright-core';

/** From now on the page is on a train: each request takes most of a second, and 40 kB/s at best. */
export async function slowNetwork(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 700,
    downloadThroughput: 40_000,
    uploadThroughput: 40_000,
  });
}

/** Counts the requests of a method to an address that ends so. */
export function counted(page: Page, method: string, end: string): () => number {
  let sent = 0;
  page.on('request', (request) => {
    if (request.method() === method && request.url().endsWith(end)) sent += 1;
  });
  return () => sent;
}

/** How far down the window something stands, in pixels. */
export async function heightOf(what: Locator): Promise<number> {
  return Math.round((await what.boundingBox())?.y ?? Number.NaN);
}
