// @module-tag browser
import { expect, test } from 'vitest';
import { useSite } from '../candidate/visitor.ts';
import { signedIn } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');

test('a job is opened, changed, put on a careers page and closed', async () => {
  const { page, complaints } = await signedIn(site(), 'Grace Okafor', '/console/jobs');
  await page.getByRole('button', { name: 'Open a job' }).click();
  await page.getByLabel('Title').fill('Florist, Leeds');
  expect(await page.getByLabel('Address').inputValue()).toBe('florist-leeds');
  await page.getByRole('button', { name: 'Open this job' }).click();
  await page.getByText('Write where the work is, in up to 80 characters.').waitFor();

  await page.getByLabel('Place').fill('Leeds, 12 Market Street');
  await page.getByLabel('Description').fill('You bind and sell flowers.');
  await page.getByRole('button', { name: 'Add a criterion' }).click();
  await page.getByLabel('Criterion 1, as published').fill('Holds a driving licence');
  await page.getByLabel('Question of the form').fill('Do you hold a driving licence?');
  await page.getByRole('button', { name: 'Open this job' }).click();
  await page.getByText('Choose a colleague.').first().waitFor();
  for (const [role, name] of [
    ['Recruiter', 'Ana Ruiz'],
    ['Backup', 'Omar Haddad'],
    ['Hiring lead', 'Grace Okafor'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
    await page.getByRole('option', { name }).click();
  }
  await page.getByRole('button', { name: 'Open this job' }).click();
  await page.waitForURL(/\/console\/jobs\/edit\/florist-leeds$/);

  const shown = page.frameLocator('iframe');
  await shown.getByText('Drop your file here, or choose a file').waitFor();
  expect(await shown.getByText('runs no script').count()).toBe(0);

  const snippet = await page.getByLabel('The form as HTML').textContent();
  expect(snippet).toContain(`action="${site().url}/api/applications"`);
  expect(snippet).toContain('name="criteria.holds-a-driving-licence"');

  await page.getByLabel('Description').fill('You bind and sell flowers, and deliver them.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => site().stage.call('GET', '/api/jobs/florist-leeds'), { timeout: 15_000 })
    .toMatchObject({ job: { description: 'You bind and sell flowers, and deliver them.' } });

  await page.getByRole('button', { name: 'Close job' }).click();
  await page.getByRole('button', { name: 'Close the job' }).click();
  await page.getByText('Closed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Reopen job' }).click();
  await page.getByRole('button', { name: 'Close job' }).waitFor();
  await expect
    .poll(() => site().stage.call('GET', '/api/jobs/florist-leeds'), { timeout: 15_000 })
    .toMatchObject({ job: { jobId: 'florist-leeds' } });
  expect(complaints).toEqual([]);
});
