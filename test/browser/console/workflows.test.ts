// @module-tag browser
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { Admin, withFirstState } from '../../journeys/admins.ts';
import { useSite } from '../candidate/visitor.ts';
import { asAdmin, faults, publish, rewrite, withoutProof } from './admin.ts';
import { applied, signedIn } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');
const shipped = readFileSync('workflows/candidate-journey.asl.json', 'utf8');
const address = '/console/workflows/candidate-journey';

beforeAll(async () => {
  await applied(site(), 'Julia Perez');
});

test('an admin breaks a workflow and is stopped, mends it, publishes, and rolls back', async () => {
  const { page, complaints } = await asAdmin(site(), '/console/workflows');
  await withoutProof(page);
  await page.getByRole('link', { name: 'Candidate journey' }).click();
  const main = page.getByRole('main');
  await main.getByText('who is in a state now, of one in flight').waitFor();
  await main.getByText('Nothing is wrong with it').waitFor();
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);

  const editor = page.getByRole('textbox', { name: 'Definition of Candidate journey' });
  await rewrite(editor, shipped.replace('"message": "acknowledgement"', '"message": "acknowledgment"'));
  await main.getByText('1 error, 0 warnings').waitFor();
  await page.getByRole('button', { name: /Show “Acknowledge”, line \d+/ }).click();
  await page.getByText('The states as a list').click();
  const inList = page.getByRole('button', { name: 'Acknowledge', exact: true });
  expect(await inList.getAttribute('aria-pressed')).toBe('true');
  expect(await page.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true);

  await rewrite(
    editor,
    shipped.replace('"Comment": "The journey of one', '"Comment": "The whole journey of one'),
  );
  await main.getByText('Nothing is wrong with it').waitFor();
  await page.getByRole('tab', { name: 'Diff' }).click();
  await page.getByRole('textbox', { name: 'Your text' }).getByText('The whole journey of one').waitFor();
  await publish(page, 'Say that it is the whole journey');

  await page.getByRole('tab', { name: 'Versions' }).click();
  await main.getByText('Say that it is the whole journey').waitFor();
  await main.getByText('Release 2', { exact: true }).waitFor();
  await main.getByText('Published by force: Only words were changed.').waitFor();

  await applied(site(), 'Maya Lind');
  await page.getByRole('link', { name: 'Workflows' }).first().click();
  await page.getByText('2 on 2 versions').waitFor();
  await page.getByRole('button', { name: 'Who did what' }).click();
  await main.getByText('Grace Okafor published workflows: Say that it is the whole journey').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Candidate journey' }).click();
  await page.getByRole('tab', { name: 'Versions' }).click();
  await main.getByText('v2, live: 1').waitFor();
  await main.getByText('v1: 1').click();
  await main.getByRole('link', { name: /^[0-9A-Z]{26}$/ }).waitFor();

  await page.getByRole('button', { name: 'Roll back to release 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByText('1 application stays on v2, 1 on v1.')
    .or(dialog.getByText('1 application stays on v1, 1 on v2.'))
    .waitFor();
  await dialog.getByLabel('Why').fill('The old words were better');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await main.getByText('The old words were better').waitFor();
  expect(complaints).toEqual([]);
}, 240_000);

test('a journey is played moment by moment, beside the graph', async () => {
  const { page, complaints } = await asAdmin(site(), `${address}/simulate`);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Play', exact: true }).click();
  await main.getByText('Ends closed, outcome hired.').waitFor();
  await main.getByRole('button', { name: 'The next moment' }).click();
  await main.getByText('Keep a promise: Wait for a person').waitFor();
  await main.getByRole('button', { name: 'Read the message: acknowledgement' }).first().click();
  const mail = page.getByRole('dialog').frameLocator('iframe');
  await mail.getByText('Thank you for applying').first().waitFor();
  await page.keyboard.press('Escape');
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 240_000);

test('the graph and its text are accessible and fit, and a proof can be begun and stopped', async () => {
  const { page, complaints } = await asAdmin(site(), address);
  const main = page.getByRole('main');
  await main.getByText('Nothing is wrong with it').waitFor();
  expect(await faults(page, 'console workflow')).toEqual([]);
  await page.getByRole('tab', { name: 'Prove' }).click();
  await main.getByRole('button', { name: 'Prove', exact: true }).click();
  await main.getByText(/[1-9]\d* situations seen/).waitFor();
  await main.getByRole('button', { name: 'Stop' }).click();
  await main.getByRole('button', { name: 'Prove', exact: true }).waitFor();
  expect(complaints).toEqual([]);
}, 240_000);

test('a recruiter finds no way there, and is told so at the address', async () => {
  const { page } = await signedIn(site(), 'Ana Ruiz', address);
  await page.getByText('Not yours to see').waitFor();
  expect(await page.getByRole('link', { name: 'Messages' }).count()).toBe(0);
  await page.goto('/console/workflows');
  await page.getByText('Not yours to see').waitFor();
  expect(await page.getByText('Who did what').count()).toBe(0);
});

test('there is a way back to what was live, not to what is tried or was taken back', async () => {
  const { url, fresh } = site();
  const admin = new Admin(url, (await fresh.cloud.token('grace-okafor')) ?? '');
  const before = (await admin.live()).live.release;
  const definition = withFirstState(await admin.definition('candidate-journey'), 'Try something');
  const { release: tried } = await admin.ask('publishWorkflows', 'releases', {
    body: {
      definitions: { 'candidate-journey': definition },
      note: 'try something',
      canary: { percent: 10, hours: 24 },
      force: { reason: 'the proof is not needed for this test' },
    },
    ifMatch: before,
  });
  const { page, complaints } = await asAdmin(site(), `${address}/versions`);
  const main = page.getByRole('main');
  const ways = main.getByRole('button', { name: /^Roll back to release/ });
  await main.getByText(`Release ${tried.release} is a canary`).waitFor();
  await main.getByText('try something').first().waitFor();
  expect(await ways.count()).toBe(0);
  await main.getByRole('button', { name: 'Take it back' }).click();
  await main.getByText('Taken back', { exact: true }).waitFor();
  await main.getByText('It was stopped while it was tried: no new application starts on it.').waitFor();
  await expect.poll(() => ways.count()).toBe(before - 1);
  expect(await main.getByRole('button', { name: `Roll back to release ${tried.release}` }).count()).toBe(0);
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
}, 240_000);
