import type { Locator, Page } from 'playwright-core';
import { violations } from '../axe.ts';
import { findings } from '../circumstances.ts';
import type { Site, Visit } from '../candidate/visitor.ts';
import { signedIn } from './staff.ts';

/** Opens a page as somebody who may edit how the company hires. */
export const asAdmin = (site: Site, address: string): Promise<Visit> =>
  signedIn(site, 'Grace Okafor', address);

/**
 * Answers for the proof at once, as one that does not hold: it takes a minute of computing, and what it finds is tried
 * elsewhere. So publishing needs a reason.
 */
export async function withoutProof(page: Page): Promise<void> {
  await page.route('**/api/admin/proofs', (route) =>
    route.fulfill({
      status: 202,
      json: {
        proof: '0'.repeat(32),
        status: 'done',
        requestedAt: '2026-03-03T14:05:00.000Z',
        holds: false,
        result: {
          complete: true,
          places: 1,
          edges: 1,
          verdicts: [{ rule: 4, title: 'every path ends well', verdict: 'broken', why: 'for this test' }],
        },
      },
    }),
  );
}

/** Pastes a text into an editor, over what is in it. Typed in, a browser takes seconds for a long one. */
export async function rewrite(editor: Locator, text: string): Promise<void> {
  await editor.focus();
  await editor.press('ControlOrMeta+a');
  await editor.page().evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    // The editor lives in a shadow tree of its own.
    const { shadowRoot } = document.activeElement;
    const how = { clipboardData, bubbles: true, cancelable: true };
    shadowRoot.activeElement.dispatchEvent(new ClipboardEvent('paste', how));
  })()`);
}

/** Publishes what the page has, for a reason, although the proof does not hold. */
export async function publish(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Publish it all the same').check();
  await dialog.getByLabel('Why candidates are not hurt by it').fill('Only words were changed.');
  await dialog.getByLabel('What changes, and why').fill(note);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Colours on their way from light to dark have a contrast of their own: waits until they have arrived. */
const settled = `new Promise(requestAnimationFrame).then(() => Promise.allSettled(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
    .map(({ finished }) => finished)))`;

/**
 * What is wrong with a page on a desk, in the dark and on a phone: axe's findings, and what does not fit. Under a name
 * it is looked at as people with other needs do, too.
 */
export async function faults(page: Page, name?: string): Promise<string[]> {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [320, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.evaluate(settled);
    found.push(...(await violations(page)));
    const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
    if (wide > width) found.push(`${wide} pixels wide`);
    if (name !== undefined) found.push(...(await findings(page, `${name}, ${width}`, false)));
  }
  return found;
}

/** A call to the API as the admin, with the number that an edit began from. */
export async function publishedElsewhere(
  { stage }: Site,
  path: string,
  base: number,
  body: unknown,
): Promise<void> {
  const { token } = await stage.call<{ token: string }>('GET', '/_local/token?user=grace-okafor');
  const answer = await fetch(`${stage.siteUrl}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'if-match': `"${base}"`,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} was answered ${answer.status}: ${await answer.text()}`);
}
