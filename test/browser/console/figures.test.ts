// @module-tag browser
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { figuresApi } from '../../../domain/api/figures.ts';
import { play } from '../../../local/demo/play.ts';
import type { Played } from '../../../local/demo/play.ts';
import type { ScenarioName } from '../../../local/demo/scenarios.ts';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';
import { heard } from '../../journeys/heard.ts';
import { keepPicture } from '../screenshots.ts';
import { asAdmin, faults } from './admin.ts';
import { signedIn } from './staff.ts';

type Figures = z.output<typeof figuresApi.readRecord.reply.body>;

const site = useSite('2026-03-03T14:05:00Z');
const address = '/console/record/2026-03-02/2026-04-30';
describe('whole journeys over HTTP, side by side with their record', () => {
  const played = (name: ScenarioName): Promise<Played> => play(site().url, site().fresh.shopKey, name);

  test('hired, and the code used up at the shop', async () => {
    const hired = await played('hired');
    expect(hired.outcome).toBe('hired');
    expect(heard(hired)).toEqual([
      'acknowledgement',
      'invitation',
      'interview-scheduled',
      'interview-feedback',
      'hired',
      'loyalty-offer',
      'survey',
    ]);
  });

  test('declined with reasons, thanked, asked', async () => {
    const declined = await played('declined');
    expect(declined).toMatchObject({ outcome: 'declined', promises: { kept: 2, broken: 0 } });
    expect(heard(declined)).toEqual(['acknowledgement', 'decline', 'loyalty-offer', 'survey']);
  });

  test('left in silence by everybody, and still told the truth twice', async () => {
    const silent = await played('silent');
    expect(silent).toMatchObject({ outcome: 'released', promises: { kept: 1, broken: 1 } });
    expect(heard(silent)).toEqual([
      'acknowledgement',
      'decision-delayed',
      'release',
      'loyalty-offer',
      'survey',
    ]);
  });

  test('withdrawn, and asked all the same', async () => {
    const { stage } = site();
    const nina = { name: 'Nina Berg', email: 'nina.berg@example.com' };
    const asked = await people.apply(stage, nina);
    await stage.advance({ by: 'PT1M' });
    await people.withdraw(stage, nina, asked);
    for (const score of [9, 6])
      await stage.call('POST', '/api/candidate/survey', { token: asked.token, body: { score } });
    await stage.advance({ by: 'PT1M' });
    expect((await people.view(stage, asked)).application.outcome).toBe('withdrawn');
  });
});

describe('the record of the four', () => {
  let record: Figures;
  const promise = (kind: string) => record.total.promises.find((one) => one.kind === kind);
  beforeAll(async () => {
    record = figuresApi.readRecord.reply.body.parse(
      await site().stage.staff('ana-ruiz', 'GET', '/api/staff/record?from=2026-03-02&to=2026-04-30'),
    );
  });

  test('counts each thing once, on the whole system', () => {
    expect(record.total).toMatchObject({
      applications: 4,
      acknowledged: { n: 4, p50: null, p95: null },
      feedback: { held: 1, delivered: 1 },
      offers: { issued: 3, redeemed: 1 },
    });
    expect(promise('acknowledgement')).toMatchObject({ made: 4, kept: 4, broken: 0 });
    expect(promise('shortlist')).toMatchObject({ made: 4, kept: 2, broken: 1 });
    expect(promise('approval')).toMatchObject({ kept: 1, broken: 0 });
    expect(record.total.scores.map(({ outcome, n, sum }) => [outcome, n, sum])).toContainEqual([
      'withdrawn',
      1,
      6,
    ]);
  });

  test('is told to everybody without what fewer than five stand behind', async () => {
    expect(await site().stage.call('GET', '/api/record')).toMatchObject({
      acknowledged: null,
      feedbackGiven: null,
      promisesKept: { n: 10, part: 9, percent: 90 },
      score: null,
    });
  });
});

describe('the service record page', () => {
  test('shows five numbers, each with what stands behind it, and no percentage of few', async () => {
    const { page, complaints } = await signedIn(site(), 'Ana Ruiz', address);
    await page.getByText('9 of 10 promises to candidates.').waitFor();
    const numbers = await page.locator('.numbers').innerText();
    expect(numbers).toContain('90%');
    expect(numbers).toContain('1 of 1 interviews. Fewer than five: no percentage.');
    expect(numbers).toContain('1 of 3 codes. Fewer than five: no percentage.');
    await page.getByRole('table', { name: 'Promises kept' }).getByText('2 of 3 kept').first().waitFor();
    await page.getByLabel('Promises to candidates that were kept and broken').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('keeps the days in its address and says when nothing happened on them', async () => {
    const { page } = await signedIn(site(), 'Ana Ruiz', address);
    await page.getByRole('textbox', { name: 'From' }).fill('2025/01/01');
    await page.getByRole('textbox', { name: 'To' }).fill('2025/01/31');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await page.getByText('Nothing happened on these days').waitFor();
    expect(new URL(page.url()).pathname).toBe('/console/record/2025-01-01/2025-01-31');
    await page.goBack();
    await page.getByText('9 of 10 promises to candidates.').waitFor();
    await page.getByRole('textbox', { name: 'To' }).fill('2025/01/31');
    await page.getByRole('button', { name: 'Show these days' }).click();
    await page.getByText('The last day lies before the first.').waitFor();
  });

  test('saves a table that a spreadsheet reads', async () => {
    const { page } = await signedIn(site(), 'Ana Ruiz', address);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('service-record-2026-03-02-2026-04-30.csv');
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFFday,applications,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(61);
  });

  test('says what helps when it cannot be read, and then shows it', async () => {
    const { page } = await signedIn(site(), 'Ana Ruiz', '/console/');
    await page.route('**/api/staff/record?*', (route) => route.abort(), { times: 1 });
    await page.goto(address);
    await page.getByText('Hearback cannot be reached').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('9 of 10 promises to candidates.').waitFor();
  });
});

describe('the offers page', () => {
  test('shows what became of the codes, and the newest of a campaign masked', async () => {
    const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/offers');
    await page.getByRole('heading', { name: '15% off books' }).waitFor();
    await page.getByRole('link', { name: 'Newest codes of 15% off books' }).click();
    const codes = page.getByRole('table', { name: 'Newest codes' });
    await codes.getByText('Redeemed', { exact: true }).last().waitFor();
    expect(await codes.locator('tbody tr').count()).toBe(3);
    expect(await codes.innerText()).toMatch(/••••-••••-[0-9A-Z]{4}-[0-9A-Z]/);
    expect(complaints).toEqual([]);
  });

  test('knows no campaign that never was', async () => {
    const { page } = await signedIn(site(), 'Ana Ruiz', '/console/offers/never');
    await page.getByText('No such campaign').waitFor();
  });
});

const views = [
  { view: 'desk-light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { view: 'phone-dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
] as const;

test.each(views)(
  'both are accessible and fit: $view',
  async ({ viewport, colorScheme }) => {
    const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/', { viewport, colorScheme });
    const found: string[] = [];
    for (const [at, shows] of [
      [address, '9 of 10 promises to candidates.'],
      ['/console/record/2025-01-01/2025-01-31', 'Nothing happened on these days'],
      ['/console/offers', '15% off books'],
      ['/console/offers/books-15', 'Newest codes'],
    ] as const) {
      await page.goto(at);
      await page.getByRole('main').getByText(shows).first().waitFor();
      if (at === address) await page.getByLabel('Codes given').first().waitFor();
      found.push(...(await violations(page)).map((violation) => `${at}: ${violation}`));
      const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
      if (width > viewport.width) found.push(`${at}: ${width} pixels wide`);
      await keepPicture(page, `console${at.replace('/console', '')}, ${colorScheme}, ${viewport.width}`);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  },
  240_000,
);

test('an edit is played against what was decided in past applications', async () => {
  const { page, complaints } = await asAdmin(site(), '/console/workflows/candidate-journey/replay');
  const main = page.getByRole('main');
  await main.getByText('Nothing is edited yet: neither a workflow nor the settings.').waitFor();
  expect(await main.getByRole('button', { name: 'Replay', exact: true }).isDisabled()).toBe(true);

  await page.goto('/console/settings');
  await main.getByLabel('Promised within: how many').first().fill('24');
  await main.getByRole('link', { name: 'What this edit would have changed for past applications' }).click();
  await main.getByText('Edited and not published: the settings.').waitFor();
  await main.getByRole('button', { name: 'Replay', exact: true }).click();
  await main
    .getByText(/^Of the .* would have heard earlier, none later; none would have noticed nothing\.$/)
    .waitFor();
  await main.getByText('Nobody hears later').waitFor();
  await main.getByText(/^\d a day earlier$/).waitFor();
  await main.getByText(/^\d × release: heard earlier$/).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.route('**/api/admin/journeys?*', (route) => route.abort(), { times: 1 });
  await main.getByRole('button', { name: 'Replay', exact: true }).click();
  await main.getByText('Hearback cannot be reached').waitFor();
  expect(complaints).toEqual([]);
}, 240_000);
