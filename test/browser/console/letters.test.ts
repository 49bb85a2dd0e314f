import { expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { useSite } from '../candidate/visitor.ts';
import { keepPicture } from '../screenshots.ts';
import { applied, signedIn, violations } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');

test('the message of a decision is seen before it goes, and afterwards as it was read', async () => {
  const julia = await applied(site(), 'Julia Perez');
  const address = `/console/decide/${julia.applicationId}/shortlist-1`;
  const { page, complaints } = await signedIn(site(), 'Ana Ruiz', address);
  const message = page.getByRole('region', { name: 'The message' });
  await message.getByText('It is written here once the decision is complete.').waitFor();

  await page.getByRole('radio', { name: /^Decline/ }).check();
  await page.getByLabel('A skill the work relies on was not shown').check();
  await page.getByRole('textbox', { name: 'The work relies on' }).fill('stock counts');
  await page.getByRole('textbox', { name: 'What was missing' }).fill('anything, you are too old');
  await message.getByText(/“too old” touches age/).waitFor();

  await page.getByRole('textbox', { name: 'What was missing' }).fill('an example of one');
  await message.getByText('Our decision: Sales assistant, Leeds').waitFor();
  await message.getByText(/To julia\.perez@example\.com in English/).waitFor();
  const letter = page.frameLocator('iframe');
  await letter.getByText('we did not see an example of one').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'console decision with its message');

  await message.getByText('Plain text').click();
  await message.getByLabel('Plain text of the mail').getByText('an example of one').waitFor();
  await page.getByRole('button', { name: 'Send decision' }).click();
  await page.getByText('The message leaves in 10 min.').waitFor();
  await site().stage.advance({ by: 'PT10M' });

  await page.goto(`/console/applications/${julia.applicationId}`);
  await page.getByRole('tab', { name: /^Messages/ }).click();
  await page.getByRole('button', { name: 'Our decision: Sales assistant, Leeds' }).click();
  await letter.getByText('we did not see an example of one').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'console message as it was read');
  expect(complaints).toEqual([]);
});

test('a letter is shown as a stranger: with its looks, without the console’s origin, its network or its links', async () => {
  const maya = await applied(site(), 'Maya Lindqvist');
  const { page, complaints } = await signedIn(
    site(),
    'Ana Ruiz',
    `/console/applications/${maya.applicationId}`,
  );
  await page.getByRole('tab', { name: /^Messages/ }).click();
  await page.getByRole('button', { name: /^We have your application/ }).click();
  const letter = page.frameLocator('iframe');
  const button = letter.getByRole('link', { name: 'Follow your application' });
  await button.click();
  await button.waitFor();
  const frame = page.frames().find((one) => one.url().endsWith('/preview/'));
  expect(await frame?.evaluate('window.origin')).toBe('null');
  expect(await frame?.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")).toBe('700');
  expect(await frame?.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(245, 246, 248)');
  expect(complaints).toEqual([]);
  const reached = await frame?.evaluate(
    "fetch('/console/config.json').then(() => 'reached', () => 'refused')",
  );
  expect(reached).toBe('refused');
});

test('the letter of a French candidate is in French', async () => {
  const { stage } = site();
  await stage.note('Zoé Laurent', 'applies');
  const { applicationId } = await stage.call<{ applicationId: string }>('POST', '/api/applications', {
    body: {
      jobId: people.job,
      candidate: { name: 'Zoé Laurent', email: 'zoe@example.com' },
      answers: { weekends: true, 'work-permit': true },
      locale: 'fr',
    },
  });
  await stage.advance({ by: 'PT1M' });
  const { page } = await signedIn(site(), 'Ana Ruiz', `/console/decide/${applicationId}/shortlist-1`);
  await page.getByRole('radio', { name: /^Shortlist/ }).check();
  await page.frameLocator('iframe').getByText('Bonjour Zoé').waitFor();
  await page.getByText(/in French/).waitFor();
});
