// @module-tag browser
import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';
import { findings } from '../circumstances.ts';
import { keepPicture } from '../screenshots.ts';
import { applied, signedIn } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');
/** Each page: its address, and a text that is there once it has loaded. */
let pages: { name: string; address: string; shows: string }[] = [];
let decision = '';

beforeAll(async () => {
  const julia = await applied(site(), 'Julia Perez');
  const maya = await applied(site(), 'Maya Lindqvist-Montgomery');
  await people.decide(site().stage, maya, { outcome: 'shortlisted' });
  await site().stage.advance({ by: 'PT11M' });
  decision = `/console/decide/${julia.applicationId}/shortlist-1`;
  pages = [
    { name: 'today', address: '/console/', shows: 'Julia Perez' },
    { name: 'decision', address: decision, shows: 'Published criteria' },
    {
      name: 'application',
      address: `/console/applications/${maya.applicationId}`,
      shows: 'Schedule interview',
    },
    { name: 'jobs', address: '/console/jobs', shows: 'Sales assistant, Leeds' },
    { name: 'a job', address: '/console/jobs/edit/sales-assistant-leeds', shows: 'On your careers page' },
    { name: 'a new job', address: '/console/jobs/new', shows: 'What candidates read' },
  ];
});

/** Width and colours do not meet in a rule of their own, so each pair of them need not be tried. */
const views = [
  { view: 'a desk, light', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { view: 'a narrow phone, dark', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
] as const;

describe.each(views)('on $view', ({ viewport, colorScheme }) => {
  test('every page is accessible and fits', async () => {
    const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/', { viewport, colorScheme });
    const found: string[] = [];
    for (const { name, address, shows } of pages) {
      await page.goto(address);
      await page.getByRole('main').getByText(shows).first().waitFor();
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
      const width = Number(await page.evaluate('document.documentElement.scrollWidth'));
      if (width > viewport.width) found.push(`${name}: ${width} pixels wide`);
      await keepPicture(page, `console ${name}, ${colorScheme}, ${viewport.width}`);
      found.push(...(await findings(page, `console ${name}, ${viewport.width}`, false)));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  }, 240_000);

  test('a decline with everything that can be wrong is accessible', async () => {
    const { page } = await signedIn(site(), 'Ana Ruiz', decision, {
      viewport,
      colorScheme,
    });
    await page.getByRole('radio', { name: /^Decline/ }).check();
    for (const reason of [
      'A licence or permit is missing',
      'We could not reach the candidate',
      'The post is filled or withdrawn',
    ]) {
      await page.getByLabel(reason).check();
    }
    await page.getByRole('button', { name: 'Send decision' }).click();
    await page.getByText('Look at what is marked above; nothing was sent.', { exact: true }).waitFor();
    expect(await page.getByLabel('A skill the work relies on was not shown').isDisabled()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});

describe('what cannot be shown', () => {
  test.each(['light', 'dark'] as const)('says so accessibly, %s', async (colorScheme) => {
    const { page } = await signedIn(site(), 'Ana Ruiz', '/console/', { colorScheme });
    await page.route('**/api/staff/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Hearback cannot be reached').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test.each([
    ['2026-03-03T16:20:00.000Z', 'Next promise: 16:20. A colleague owes it.'],
    ['2026-03-05T09:00:00.000Z', /Next promise: Thu,? 5 Mar, 09:00\./],
    ['2026-03-03T14:00:00.000Z', 'A colleague is late: their promise was due 14:00.'],
    [null, 'No decision, answer or task is owed.'],
  ])('an empty list says that nobody is waiting, and what comes next: %s', async (elsewhere, words) => {
    const { page } = await site().visit();
    await page.route('**/api/staff/worklist*', (route) =>
      route.fulfill({
        headers: { date: new Date('2026-03-03T14:05:00Z').toUTCString() },
        json: { rows: [], cursor: null, elsewhere },
      }),
    );
    await page.goto('/console/');
    await page.getByRole('button', { name: 'Ana Ruiz' }).click();
    await page.getByText('Nobody is waiting').waitFor();
    await page.getByText(words).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

test('a part of the console that was replaced by an update says so, instead of nothing', async () => {
  const { page } = await signedIn(site(), 'Ana Ruiz', '/console/');
  await page.route('**/console/assets/page-*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('link', { name: 'Julia Perez' }).click();
  await page.getByRole('button', { name: 'Load again' }).waitFor();
});
