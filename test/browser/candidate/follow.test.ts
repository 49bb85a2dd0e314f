// @module-tag browser
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { counted, heightOf, slowNetwork } from '../slow-network.ts';
import { useSite } from './visitor.ts';

const site = useSite('2026-03-03T14:05:00Z');
/** The keys of the links that were mailed. */
const keys = new Map<string, string>();

/** The page of somebody's application, opened by the link of the mail. */
async function openedBy(who: string, options = {}): Promise<{ page: Page; complaints: string[] }> {
  const visit = await site().visit(options);
  await visit.page.goto(`/application#${keys.get(who)}`);
  await visit.page.getByRole('heading', { name: 'Sales assistant, Leeds' }).waitFor();
  return visit;
}

beforeAll(async () => {
  const { stage } = site();
  const addresses = ['julia', 'paul', 'lena'].map((who) => [who, `${who}@example.com`] as const);
  for (const [who, email] of addresses) await people.apply(stage, { name: `${who} Perez`, email });
  await stage.advance({ by: 'PT20M' });
  for (const [who, email] of addresses) keys.set(who, await people.mailedKey(stage, email));
});

describe('the candidate’s page', () => {
  test('gives the date in the reader’s zone, the time left, and who owes it', async () => {
    const { page, complaints } = await openedBy('julia', { timezoneId: 'America/New_York' });
    await page.getByRole('heading', { name: 'Decision by Thursday 5 March at 09:05' }).waitFor();
    const promise = page.locator('.promise');
    await promise.getByText('about 48 hours left').waitFor();
    await promise.getByText('Eastern Standard Time').waitFor();
    await promise.getByText('Ana Ruiz').waitFor();
    expect(await promise.getByRole('link', { name: 'Call 1-800-GR8HR' }).getAttribute('href')).toBe(
      'tel:180047847',
    );
    expect(complaints).toEqual([]);
  });

  test('keeps its key out of the address, and forgets it when reloaded', async () => {
    const { page } = await openedBy('julia');
    expect(page.url()).toBe(`${site().url}/application`);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain(
      keys.get('julia'),
    );
    await page.reload();
    await page.getByRole('heading', { name: 'This link does not open anything now' }).waitFor();
  });

  test('shows every letter as it was sent', async () => {
    const { page } = await openedBy('julia');
    await page.getByText('We have your application: Sales assistant, Leeds').click();
    await page.locator('.letter').getByText('1-800-GR8HR').waitFor();
  });

  test('speaks the reader’s language, and another when asked to', async () => {
    const { page } = await openedBy('julia', { locale: 'fr-CA', timezoneId: 'Europe/Paris' });
    await page.getByRole('heading', { name: 'Décision avant le jeudi 5 mars à 15:05' }).waitFor();
    await page.getByLabel('Jardin', { exact: true }).waitFor();
    await page.getByLabel('Je souhaite recevoir par e-mail une offre').waitFor();
    // What is written in another language than the page says so: the job, and what colleagues say of themselves.
    expect(await page.locator('main [lang=en]').allTextContents()).toEqual(
      expect.arrayContaining([
        'Sales assistant, Leeds',
        'Leeds, 12 Market Street',
        'Recruiter',
        'Monday to Friday, 9 am to 5 pm',
      ]),
    );
    const chips = page.locator('.preferences .chips label');
    expect(await chips.allTextContents()).toEqual(['Jardin', 'Livres', 'Maison', 'Musique']);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByLabel('Jardín', { exact: true }).waitFor();
    await page.getByText('Decisión antes del jueves, 5 de marzo').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
  });

  test('keeps what the candidate prefers', async () => {
    const { page } = await openedBy('lena');
    await page.getByLabel('Garden').check();
    await page.getByLabel('Send me a thank-you offer').uncheck();
    await page.getByLabel('Español').check();
    await page.getByRole('button', { name: 'Save preferences' }).click();
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    const again = await openedBy('lena');
    expect(await again.page.getByLabel('Garden').isChecked()).toBe(true);
    expect(await again.page.locator('[name="offers"]').isChecked()).toBe(false);
    expect(await again.page.getByLabel('Español').isChecked()).toBe(true);
  });

  test('withdraws only after asking, by keys alone', async () => {
    const { page } = await openedBy('paul');
    const ask = page.getByRole('button', { name: 'Withdraw my application …' });
    await ask.press('Enter');
    const title = page.getByRole('heading', { name: 'Withdraw your application?' });
    await title.waitFor();
    expect(await page.locator('h1:focus').count()).toBe(1);
    await page.getByRole('button', { name: 'No, keep it' }).press('Enter');
    await page.getByRole('heading', { name: /^Decision by/ }).waitFor();
    await ask.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You withdrew your application.').waitFor();
    expect(await ask.count()).toBe(0);
    await expect
      .poll(
        async () => (await site().stage.mails()).filter(({ to }) => to.includes('paul@example.com')).length,
        { timeout: 20_000 },
      )
      .toBe(2);
  });

  test('says the same to a link that expired and one that never was', async () => {
    const told: (string | null)[] = [];
    for (const token of ['AAAAAAAAAAAA', `${keys.get('julia')}x`]) {
      const { page } = await site().visit();
      await page.goto(`/application#${token}`);
      await page.getByRole('heading', { name: 'This link does not open anything now' }).waitFor();
      told.push(await page.locator('main').textContent());
    }
    expect(told[0]).toBe(told[1]);
  });

  test('says so when it cannot reach us, and tries again', async () => {
    const { page } = await site().visit();
    await page.route('**/api/candidate/**', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto(`/application#${keys.get('julia')}`);
    await page.getByRole('heading', { name: 'We could not be reached' }).waitFor();
    await page.unroute('**/api/candidate/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: /^Decision by/ }).waitFor();
  });

  test('over a slow network says that it loads, and sends once what is pressed twice', async () => {
    const { page } = await site().visit();
    await page.goto('/application');
    await page.getByRole('heading', { name: 'This link does not open anything now' }).waitFor();
    await slowNetwork(page);
    await page.goto('about:blank');
    await page.goto(`/application#${keys.get('lena')}`, { waitUntil: 'commit' });
    await page.getByRole('status').getByText('…').waitFor();
    await page.getByRole('heading', { name: 'Sales assistant, Leeds' }).waitFor();

    const saves = counted(page, 'PATCH', '/api/candidate/preferences');
    const save = page.getByRole('button', { name: 'Save preferences' });
    await save.scrollIntoViewIfNeeded();
    const before = await heightOf(save);
    await save.dblclick();
    await page.getByText('Saving').waitFor();
    expect(await heightOf(save)).toBe(before);
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    expect(await heightOf(save)).toBe(before);
    expect(saves()).toBe(1);

    const asked = counted(page, 'POST', '/api/candidate/questions');
    await page.getByLabel('Your question').fill('May I bring my dog?');
    await page.getByRole('button', { name: 'Send question' }).dblclick();
    await page.locator('.question').first().waitFor();
    expect(asked()).toBe(1);
  });

  test('owns up when we are late, with the new date', async () => {
    await site().stage.advance({ to: '2026-03-05T15:00:00Z' });
    const { page } = await openedBy('julia');
    await page.getByText('We said Thursday 5 March at 14:05. We are late, and sorry.').waitFor();
    await page.getByRole('heading', { name: 'Decision by Friday 6 March at 14:05' }).waitFor();
    await page.getByText('We missed the date that we gave you').waitFor();
  });
});
