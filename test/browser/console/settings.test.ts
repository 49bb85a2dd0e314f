// @module-tag browser
import { expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { useSite } from '../candidate/visitor.ts';
import { asAdmin, faults, publish, publishedElsewhere, withoutProof } from './admin.ts';
import { applied, signedIn } from './staff.ts';

// A Tuesday, 14:05 in Leeds.
const site = useSite('2026-03-03T14:05:00Z');

test('a promise is made shorter, by two people at once, and holds for new applications', async () => {
  const before = await applied(site(), 'Julia Perez');
  const { page, complaints } = await asAdmin(site(), '/console/settings');
  await withoutProof(page);
  const main = page.getByRole('main');
  const clock = main.getByRole('list', { name: 'What happens while nobody acts: Decision on the shortlist' });
  await clock.getByText('Sun, 8 Mar, 16:50').or(clock.getByText('Sun 8 Mar, 16:50')).waitFor();
  expect(await faults(page)).toEqual([]);
  // On the phone that leaves, each moment has its time beside what happens then.
  const beside: boolean[] = await page.evaluate(`[...document.querySelectorAll('.ladder li')].map((step) =>
    step.querySelector('time').getBoundingClientRect().right <= step.querySelector('strong').getBoundingClientRect().left)`);
  expect(beside.length).toBeGreaterThan(20);
  expect(beside).not.toContain(false);
  await page.setViewportSize({ width: 1280, height: 900 });
  const within = main.getByLabel('Promised within: how many').first();

  await within.fill('0');
  await main.getByText('promises.shortlist.within').first().waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
  await within.fill('36');
  await clock.getByText(/Sun,? 8 Mar, 04:50/).waitFor();

  const { settings } = await site().stage.staff<{ settings: { company: { phone: string } } }>(
    'grace-okafor',
    'GET',
    '/api/admin/settings',
  );
  await publishedElsewhere(site(), '/api/admin/settings/revisions', 1, {
    settings: { ...settings, company: { ...settings.company, phone: '0113 496 0000' } },
    note: 'A new telephone number',
    force: { reason: 'A number, nothing that is proved.' },
  });

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('48 hours → 36 hours').waitFor();
  await dialog.getByLabel('Publish it all the same').check();
  await dialog.getByLabel('Why candidates are not hurt by it').fill('They only hear sooner.');
  await dialog.getByLabel('What changes, and why').fill('Answer sooner');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByText('A new telephone number').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await dialog.getByRole('button', { name: 'Keep editing' }).first().click();
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });

  const after = await applied(site(), 'Maya Lind');
  const due = async (who: typeof after) =>
    (await people.view(site().stage, who)).gates.find(({ kind }) => kind === 'shortlist')?.due;
  const hours = 3_600_000;
  const left = Date.parse((await due(after)) ?? '') - Date.parse(await site().stage.now());
  expect(left).toBeGreaterThan(35 * hours);
  expect(left).toBeLessThanOrEqual(36 * hours);
  expect(Date.parse((await due(before)) ?? '') - Date.parse(await site().stage.now())).toBeGreaterThan(
    47 * hours,
  );

  await page.getByRole('tab', { name: 'Versions' }).click();
  await main.getByText('Answer sooner').waitFor();
  expect(complaints).toEqual([]);
}, 240_000);

test('every other part is accessible and fits, and text says where it is wrong', async () => {
  const { page, complaints } = await signedIn(site(), 'Grace Okafor', '/console/settings/versions', {
    viewport: { width: 320, height: 700 },
  });
  const main = page.getByRole('main');
  // On a phone the strip of tabs is wider than the page: an address shows the tab that it opens.
  const [chosen, strip] = [
    main.getByRole('tab', { name: 'Versions', selected: true }),
    main.getByRole('tablist'),
  ];
  await chosen.waitFor();
  const shown = async () => {
    const [own, all] = await Promise.all([chosen.boundingBox(), strip.boundingBox()]);
    return own !== null && all !== null && own.x >= all.x && own.x + own.width <= all.x + all.width;
  };
  await expect.poll(shown, { timeout: 10_000 }).toBe(true);
  await page.setViewportSize({ width: 1280, height: 900 });
  await main.getByRole('tab', { name: 'Company and people' }).click();
  await main.getByLabel('Postal address').waitFor();
  expect(await faults(page, 'console settings')).toEqual([]);
  for (const [tab, shows] of [
    ['Hours and holidays', 'Opening hours'],
    ['Rules', 'Around an application'],
  ] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('tab', { name: tab }).click();
    await main.getByText(shows).waitFor();
    expect(await faults(page, `console settings, ${tab}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await main.getByLabel('Applications of one person a day').fill('0');
  await page.getByRole('tab', { name: 'JSON' }).click();
  await main.getByRole('button', { name: 'Show limits.applicationsPerDay' }).click();
  await page.getByRole('textbox', { name: 'Settings as JSON' }).and(page.locator(':focus')).waitFor();
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 240_000);

test('a campaign is added, another ended, and what the server refuses is told at its field', async () => {
  const { page, complaints } = await asAdmin(site(), '/console/offers');
  await withoutProof(page);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Edit campaigns' }).click();
  await main.getByRole('button', { name: 'Add a campaign' }).click();
  const added = main.getByRole('group').filter({ has: page.getByLabel('Id', { exact: true }) });
  await added.getByText('Write something here.').waitFor();
  await added.getByText('must name an interest').waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);

  await added.getByLabel('Title', { exact: true }).fill('Tea for two');
  expect(await added.getByLabel('Id', { exact: true }).inputValue()).toBe('tea-for-two');
  await added.getByLabel('For those who like').fill('Herbal tea');
  await added.getByLabel('For those who like').press('Enter');
  await added.getByRole('button', { name: 'Remove Herbal tea' }).waitFor();
  const tea = main.getByRole('group', { name: 'Names of Herbal tea' });
  await tea.getByLabel('French').fill('Tisane');
  await main.getByRole('group', { name: 'Names of Garden' }).getByLabel('English').fill('Gardening');
  await main.getByRole('group', { name: 'Names of Gardening' }).waitFor();
  await added.getByLabel('Worth: how much').fill('lots');
  await added.getByText('a percentage, or an amount').waitFor();
  await added.getByLabel('Worth: how much').fill('12.5');
  await added.getByLabel('Budget, in codes (optional)').fill('0');
  await added.getByText('It must be more than 0.').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await added.getByLabel('Budget, in codes (optional)').fill('200');

  await main.getByRole('button', { name: /15% off books/, expanded: false }).click();
  await main.getByRole('button', { name: 'End 15% off books' }).click();
  await main.getByText('Over').waitFor();
  expect(await main.getByRole('button', { name: 'End 15% off books' }).count()).toBe(0);

  await page.route(
    '**/api/admin/settings/revisions',
    (route) =>
      route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        json: {
          type: 'about:blank',
          title: 'Bad request',
          status: 400,
          instance: 'for-this-test',
          errors: [{ field: 'body.settings.offers.3.title', message: 'The shop has one of this title.' }],
        },
      }),
    { times: 1 },
  );
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Publish it all the same').check();
  await dialog.getByLabel('Why candidates are not hurt by it').fill('Only the offers were changed.');
  await dialog.getByLabel('What changes, and why').fill('Tea');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.getByText('The shop has one of this title.').waitFor();
  await dialog.getByRole('button', { name: 'Keep editing' }).click();
  await added.getByText('The shop has one of this title.').waitFor();
  await added.getByLabel('Title', { exact: true }).fill('Tea for you');
  await added.getByText('The shop has one of this title.').waitFor({ state: 'hidden' });
  expect(await added.getByLabel('Id', { exact: true }).inputValue()).toBe('tea-for-you');
  await publish(page, 'Tea in place of books');

  const { settings } = await site().stage.staff<{ settings: { offers: unknown[]; interests: unknown } }>(
    'grace-okafor',
    'GET',
    '/api/admin/settings',
  );
  expect(settings.offers).toMatchObject([
    { id: 'books-15', endsOn: '2026-03-02' },
    { id: 'garden-15' },
    { id: 'preferred-customer' },
    {
      id: 'tea-for-you',
      title: 'Tea for you',
      value: { percent: 12.5 },
      interests: ['herbal-tea'],
      budget: 200,
    },
  ]);
  expect(settings.interests).toMatchObject({
    'herbal-tea': { fr: 'Tisane' },
    garden: { en: 'Gardening', es: 'Jardín', fr: 'Jardin' },
  });
  await page.goto('/console/offers');
  await main.getByText('12.5% off, for those who like Herbal tea').waitFor();
  expect(complaints).toEqual([]);
}, 240_000);
