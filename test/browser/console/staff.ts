import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import * as people from '../../../local/demo/people.ts';
import type { Applied } from '../../../local/demo/people.ts';
import type { Site, Visit } from '../candidate/visitor.ts';

/** Somebody applies, and the journey takes the application up. */
export async function applied({ stage }: Site, name: string): Promise<Applied> {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, '.')}@example.com`;
  const application = await people.apply(stage, { name, email });
  await stage.advance({ by: 'PT1M' });
  return application;
}

/** Opens an address of the console as a colleague, who signs in on the way. */
export async function signedIn(
  site: Site,
  colleague: string,
  address: string,
  options?: BrowserContextOptions,
): Promise<Visit> {
  const visit = await site.visit(options);
  await visit.page.goto(address);
  await visit.page.getByRole('button', { name: colleague }).click();
  await visit.page.getByRole('button', { name: colleague, exact: true, expanded: false }).waitFor();
  return visit;
}

/** The text of whatever has the focus. */
export const focused = (page: Page): Promise<string | null> => page.locator(':focus').first().textContent();

/** Waits until something has the focus. */
export const hasFocus = (what: Locator): Promise<void> => what.and(what.page().locator(':focus')).waitFor();
