// @module-tag browser
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';
import { keepPicture } from '../screenshots.ts';
import { applied, signedIn } from './staff.ts';

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

async function appliedInFrench(name: string, email: string): Promise<people.Applied> {
  const { stage } = site();
  await stage.note(name, 'applies');
  const { applicationId, statusUrl } = await stage.call<{ applicationId: string; statusUrl: string }>(
    'POST',
    '/api/applications',
    {
      body: {
        jobId: people.job,
        candidate: { name, email },
        answers: { weekends: true, 'work-permit': true },
        interests: ['garden'],
        locale: 'fr',
      },
    },
  );
  await stage.advance({ by: 'PT1M' });
  return { applicationId, token: new URL(statusUrl).hash.slice(1) };
}

/** Main buttons of a page that stand out. */
const mainButtons = (page: Page): Promise<string[]> =>
  page.getByRole('main').locator('button[class*="variant-primary"]').allTextContents();

test('the letter of a French candidate is in French', async () => {
  const { applicationId } = await appliedInFrench('Zoé Laurent', 'zoe@example.com');
  const { page } = await signedIn(site(), 'Ana Ruiz', `/console/decide/${applicationId}/shortlist-1`);
  await page.getByRole('radio', { name: /^Shortlist/ }).check();
  await page.frameLocator('iframe').getByText('Bonjour Zoé').waitFor();
  await page.getByText(/in French/).waitFor();
});

test('an answer is seen as the message it becomes, and stands out alone while a decision waits too', async () => {
  const { stage } = site();
  const { applicationId, token } = await appliedInFrench('Chloé Petit', 'chloe@example.com');
  await stage.call('POST', '/api/candidate/questions', {
    token,
    body: { wants: 'answer', text: 'Puis-je commencer à dix heures ?' },
  });
  await stage.advance({ by: 'PT1M' });
  const { page, complaints } = await signedIn(site(), 'Ana Ruiz', `/console/applications/${applicationId}`);
  const message = page.getByRole('region', { name: 'The message with your answer' });
  await message.getByText('It is written here as you write.').waitFor();
  expect(await mainButtons(page)).toEqual(['Send answer']);
  await page.getByRole('button', { name: 'Send decision' }).waitFor();
  await page.getByText('Garden', { exact: true }).waitFor();

  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Oui, le jeudi.');
  await message.getByText(/To chloe@example\.com in French/).waitFor();
  await message.frameLocator('iframe').getByText('Bonjour Chloé').waitFor();
  await message.frameLocator('iframe').getByText('Oui, le jeudi.').waitFor();
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, 'console answer with its message');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await message.waitFor({ state: 'detached' });
  expect(await mainButtons(page)).toEqual(['Send decision']);
  expect(complaints).toEqual([]);
});

test('feedback is seen as the message it becomes while a lead approves it', async () => {
  const { stage } = site();
  const omar = await applied(site(), 'Omar Said');
  await people.decide(stage, omar, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT11M' });
  const startsAt = new Date(Date.parse(await stage.now()) + 86_400_000).toISOString();
  const { endsAt } = await people.schedule(stage, omar, startsAt);
  await stage.advance({ to: endsAt });
  await stage.advance({ by: 'PT5M' });
  await people.giveFeedback(stage, 'tom-becker', 'tom.becker@shopwithus.example');
  await people.giveFeedback(stage, 'lin-zhao', 'lin.zhao@shopwithus.example');
  await stage.advance({ by: 'PT5M' });

  const { page, complaints } = await signedIn(
    site(),
    'Grace Okafor',
    `/console/applications/${omar.applicationId}`,
  );
  const message = page.getByRole('region', { name: 'The message' });
  await message.getByText('It is written here once there is a sentence of each.').waitFor();
  await page.getByLabel('What went well').fill('You listened before you advised.');
  await page.getByLabel('What to work on').fill('You are too old to learn it.');
  await message.getByText(/“too old” touches age/).waitFor();
  await page.getByLabel('What to work on').fill('Learn how returns work.');
  await message.getByText(/To omar\.said@example\.com in English/).waitFor();
  await message.frameLocator('iframe').getByText('Learn how returns work.').waitFor();
  expect(await mainButtons(page)).toEqual(['Approve and send']);
  expect(await violations(page)).toEqual([]);
  // A frame that is out of sight is not drawn.
  await message.scrollIntoViewIfNeeded();
  await page.locator('iframe[height="440"]').waitFor();
  await keepPicture(page, 'console approval with its message');
  expect(complaints).toEqual([]);
});
