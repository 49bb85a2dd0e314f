import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach } from 'vitest';
import type { Fresh } from '../../../local/demo/fresh-cloud.ts';
import { Stage } from '../../../local/demo/stage.ts';
import { openBrowser } from '../../../tools/chromium.ts';
import { cloudAt } from '../../journeys/standing-cloud.ts';

/** Somebody in front of a browser, and whatever the browser complained about meanwhile. */
export interface Visit {
  readonly page: Page;
  /** Violations of the content security policy, errors of scripts, and calls to foreign hosts. */
  readonly complaints: string[];
}

export interface Site {
  readonly url: string;
  readonly stage: Stage;
  readonly fresh: Fresh;
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

let browser: Promise<Browser> | undefined;

/** The browser of a process, for all files that it runs: it ends with the process. What tests open shares nothing. */
const theBrowser = (): Promise<Browser> => (browser ??= openBrowser());

/** An empty cloud at an instant, and a browser to look at its pages with, for the tests of a file. */
export function useSite(start: string): () => Site {
  let fresh: Fresh | undefined;
  let chrome: Browser | undefined;
  /** What a test opened goes with it: a page left open asks and ticks on beside the tests that follow. */
  const opened: BrowserContext[] = [];
  beforeAll(async () => {
    [fresh, chrome] = await Promise.all([cloudAt(start), theBrowser()]);
  });
  beforeEach(() => void opened.splice(0));
  afterEach(() => Promise.all(opened.splice(0).map((context) => context.close())).then(() => undefined));
  return () => {
    if (!fresh || !chrome) throw new Error('the site is there once beforeAll has run');
    const [cloud, browsing] = [fresh, chrome];
    const { siteUrl: url } = cloud;
    return {
      url,
      stage: new Stage(url),
      fresh,
      visit: async (options) => {
        const visited = await visit(browsing, cloud, options);
        opened.push(visited.page.context());
        return visited;
      },
    };
  };
}

async function visit(
  browser: Browser,
  { siteUrl, cloud }: Fresh,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: siteUrl,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const ours = new Set([new URL(siteUrl).origin, new URL(cloud.awsUrl).origin]);
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (/Content Security Policy|Trusted[ -]?(?:Type|Script|HTML)/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (!ours.has(origin)) complaints.push(`called ${origin}`);
  });
  return { page, complaints };
}

/** Fills in what the sample job asks of everybody. */
export async function fillIn(
  page: Page,
  who: { readonly name: string; readonly email: string },
): Promise<void> {
  await page.getByLabel('Your name').fill(who.name);
  await page.getByLabel('E-mail address').fill(who.email);
  for (const question of [
    'Can you work two weekends a month?',
    'Are you allowed to work in the United Kingdom?',
  ]) {
    await page.getByRole('group', { name: question }).getByLabel('Yes').check();
  }
}
