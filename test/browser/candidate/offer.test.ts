// @module-tag browser
import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { keepPicture } from '../screenshots.ts';
import { useSite } from './visitor.ts';

const site = useSite('2026-03-03T14:05:00Z');
const nina = { name: 'Nina Berg', email: 'nina.berg@example.com' };
let address = '';

beforeAll(async () => {
  const { stage } = site();
  const applied = await people.apply(stage, nina);
  await stage.advance({ by: 'PT1M' });
  await people.decide(stage, applied, {
    outcome: 'declined',
    reasons: [
      {
        code: 'experience',
        task: 'advising customers about garden plants',
        shown: 'experience at a supermarket till',
      },
    ],
  });
  await stage.advance({ by: 'P3D' });
  address = `/application#${await people.mailedKey(stage, nina.email)}`;
}, 120_000);

const title = { en: 'A thank-you', es: 'Un agradecimiento', fr: 'Un remerciement' } as const;

describe('the thank-you on the candidate’s page', () => {
  test('has a code that one press copies', async () => {
    const { page, complaints } = await site().visit({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(address);
    const code = await page.getByLabel('Your code').inputValue();
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(code);
    expect(complaints).toEqual([]);
  });

  test('is selected for the keys where pages may not copy', async () => {
    const { page } = await site().visit();
    await page.addInitScript(
      "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
    );
    await page.goto(address);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Selected: copy it with').waitFor();
    expect(await page.evaluate('document.activeElement.selectionEnd')).toBe(16);
  });

  test.each([
    ['en', 'light', 1280],
    ['es', 'dark', 320],
    ['fr', 'light', 320],
  ] as const)('is accessible and fits: %s, %s, %i', async (language, colorScheme, width) => {
    const { page } = await site().visit({
      locale: language,
      colorScheme,
      viewport: { width, height: 800 },
    });
    await page.goto(address);
    await page.getByRole('heading', { name: title[language] }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(width);
  });

  test('says that it was used, and shows no code then', async () => {
    await people.redeem(site().stage, nina, site().fresh.shopKey);
    const { page } = await site().visit();
    await page.goto(address);
    await page.getByText('You have used it.').waitFor();
    expect(await page.getByLabel('Your code').count()).toBe(0);
  });
});

describe('a link to recommend the company with', () => {
  test('is given on request, and leads a friend to a form that remembers it', async () => {
    const { page, complaints } = await site().visit({ viewport: { width: 320, height: 800 } });
    await page.goto(address);
    await page.getByRole('button', { name: 'Get my link' }).click();
    const link = new URL(await page.getByLabel('Your link').inputValue());
    const ref = link.searchParams.get('ref') ?? '';
    expect(ref).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    expect(await violations(page)).toEqual([]);

    await page.goto(`/careers/${link.search}`);
    await page.getByRole('link', { name: 'Sales assistant' }).first().click();
    await page.getByLabel('Your name').waitFor();
    expect(await page.locator('form.application input[name="ref"]').inputValue()).toBe(ref);
    expect(complaints).toEqual([]);
  });
});

describe('how we did, on the careers page', () => {
  const record = {
    from: '2026-01-01',
    to: '2026-03-31',
    acknowledged: { n: 120, p50: 4, p95: 12.5 },
    promisesKept: { part: 118, n: 121, percent: 97 },
    feedbackGiven: null,
    score: { n: 40, mean: 8.4 },
  };

  test('takes no place while too few stand behind it', async () => {
    const { page, complaints } = await site().visit();
    const [answer] = await Promise.all([page.waitForResponse('**/api/record'), page.goto('/careers/')]);
    expect(answer.status()).toBe(200);
    await page.getByRole('heading', { name: 'Open jobs' }).waitFor();
    expect(await page.locator('.record').isHidden()).toBe(true);
    expect(complaints).toEqual([]);
  });

  test.each(['en', 'es', 'fr'])('is told in plain words: %s', async (language) => {
    const { page } = await site().visit({ locale: language, viewport: { width: 320, height: 800 } });
    await page.route('**/api/record', (route) => route.fulfill({ json: record }));
    await page.goto(language === 'en' ? '/careers/' : `/careers/${language}/`);
    const told = page.locator('.record');
    await told.getByRole('heading').waitFor();
    expect(await told.getByRole('listitem').count()).toBe(3);
    expect(await told.innerText()).toMatch(/118.*121/);
    expect(await violations(page)).toEqual([]);
    expect(Number(await page.evaluate('document.documentElement.scrollWidth'))).toBeLessThanOrEqual(320);
  });

  test('is missed by nobody when it cannot be read', async () => {
    const { page, complaints } = await site().visit();
    await page.route('**/api/record', (route) => route.abort());
    await page.goto('/careers/');
    await page.getByRole('heading', { name: 'Open jobs' }).waitFor();
    expect(await page.locator('.record').isHidden()).toBe(true);
    expect(complaints).toEqual([]);
  });
});

// Last, for whoever has stopped offers is asked to recommend nothing.
describe('the link that stops offers', () => {
  test('asks first, acts when pressed, and stands without script', async () => {
    const { text } = await site().stage.mail('loyalty-offer', nina.email);
    const link = /https?:\/\/\S+\/api\/unsubscribe\?token=[\w.-]+/.exec(text)?.[0] ?? '';
    const { page, complaints } = await site().visit({
      javaScriptEnabled: false,
      viewport: { width: 320, height: 800 },
      colorScheme: 'dark',
    });
    await page.goto(link);
    await page.getByRole('button', { name: 'Stop offers' }).click();
    await page.getByRole('heading', { name: 'You get no more offers' }).waitFor();
    await page.getByText('Messages about your applications still come.').waitFor();
    expect(complaints).toEqual([]);
    const scripted = await site().visit({ viewport: { width: 320, height: 800 } });
    await scripted.page.goto(link);
    await keepPicture(scripted.page, 'unsubscribe');
    expect(await violations(scripted.page)).toEqual([]);
    await scripted.page.getByRole('button', { name: 'Stop offers' }).click();
    await scripted.page.getByRole('heading', { name: 'You get no more offers' }).waitFor();
    expect(await violations(scripted.page)).toEqual([]);
  });

  test.each([
    ['en', 'This link does not work any more'],
    ['es', 'Este enlace ya no funciona'],
    ['fr', 'Ce lien ne fonctionne plus'],
  ])('says so in the reader’s language when it opens nothing: %s', async (language, heading) => {
    const { page } = await site().visit({ locale: language, viewport: { width: 320, height: 800 } });
    for (const address of ['/api/unsubscribe?token=old', '/api/unsubscribe']) {
      await page.goto(address);
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    await keepPicture(page, `unsubscribe, dead link, ${language}`);
    expect(await violations(page, 'best-practice')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});
