// @module-tag browser
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { keepPicture } from '../screenshots.ts';
import { useSite } from './visitor.ts';

const site = useSite('2026-03-03T14:05:00Z');
const email = 'mei@example.com';
let answered: string;

beforeAll(async () => {
  const { stage } = site();
  ({ token: answered } = await people.apply(stage, { name: 'Mei Lin', email }));
  await stage.advance({ by: 'PT1M' });
});

const preferences = { en: 'Your preferences', es: 'Sus preferencias', fr: 'Vos préférences' } as const;

describe('the page as the answer to the form opens it', () => {
  test.each([
    ['en', 'light', 1280],
    ['es', 'dark', 320],
    ['fr', 'light', 320],
  ] as const)('says where the rest is, accessible and fitting: %s, %s, %i', async (locale, scheme, width) => {
    const { page, complaints } = await site().visit({
      locale,
      colorScheme: scheme,
      viewport: { width, height: 800 },
    });
    await page.goto(`/application#${answered}`);
    const elsewhere = page.locator('.by-mail');
    await elsewhere.getByRole('heading', { name: preferences[locale] }).waitFor();
    expect(await page.locator('form.preferences').count()).toBe(0);
    await elsewhere.locator('summary').click();
    await elsewhere.locator('.fresh-link').waitFor();
    await keepPicture(page, `receipt, ${locale}, ${scheme}, ${width}`);
    expect(await violations(page, 'best-practice')).toEqual([]);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
    expect(complaints).toEqual([]);
  });

  test('has the rest opened by a link that is mailed', async () => {
    const { page, complaints } = await site().visit();
    await page.goto(`/application#${answered}`);
    await page.getByText('No mail from us?').click();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('If we know this address, the mail is on its way.').waitFor();
    await site().stage.advance({ by: 'PT1M' });
    const { text } = await site().stage.mail('fresh-link', email);
    await page.goto(/\/applications#[\w-]+/.exec(text)?.[0] ?? '');
    await page.getByRole('link', { name: 'Sales assistant, Leeds' }).click();
    await page.getByRole('button', { name: 'Save preferences' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('gives the data of the application to take away, and none of the person', async () => {
    const { page } = await site().visit();
    await page.goto(`/application#${answered}`);
    await page.getByText('What else we hold about you opens with the link in our mail.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as a page' }).click(),
    ]);
    const sheet = readFileSync(await download.path(), 'utf8');
    expect(sheet).toContain('<dd>Books</dd>');
    expect(sheet).not.toContain('Offers: what you said');
  });
});

describe('the page as a mail opens it', () => {
  test('asks about offers that a later form asked for, until it is told', async () => {
    const { stage } = site();
    const typed = (jobId: string, answers: object, offers: boolean) =>
      stage.call('POST', '/api/applications', {
        body: {
          jobId,
          candidate: { name: 'Ada Roy', email: 'ada@example.com' },
          answers,
          consents: { offers },
        },
      });
    await typed(people.job, { weekends: true, 'work-permit': true }, false);
    await typed('conseil-clientele-lyon', { french: true }, true);
    await stage.advance({ by: 'PT1M' });
    const { page, complaints } = await site().visit();
    await page.goto(`/application#${await people.mailedKey(stage, 'ada@example.com')}`);
    const asked = page.getByText('asked for offers. None come before you say so here');
    await asked.waitFor();
    await keepPicture(page, 'offers to confirm');
    expect(await violations(page, 'best-practice')).toEqual([]);
    const box = page.locator('[name="offers"]');
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await page.getByRole('button', { name: 'Save preferences' }).click();
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(await asked.count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
