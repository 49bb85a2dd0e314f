import { expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { useSite } from '../candidate/visitor.ts';
import { asAdmin, faults, publishedElsewhere, withoutProof } from './admin.ts';
import { applied } from './staff.ts';

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
  const { page, complaints } = await asAdmin(site(), '/console/settings/company');
  const main = page.getByRole('main');
  await main.getByLabel('Postal address').waitFor();
  expect(await faults(page)).toEqual([]);
  for (const [tab, shows] of [
    ['Hours and holidays', 'Opening hours'],
    ['Rules', 'Around an application'],
  ] as const) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('tab', { name: tab }).click();
    await main.getByText(shows).waitFor();
    expect(await faults(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await main.getByLabel('Applications of one person a day').fill('0');
  await page.getByRole('tab', { name: 'JSON' }).click();
  await main.getByRole('button', { name: 'Show limits.applicationsPerDay' }).click();
  await page.getByRole('textbox', { name: 'Settings as JSON' }).and(page.locator(':focus')).waitFor();
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 240_000);
