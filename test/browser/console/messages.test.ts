// @module-tag browser
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { useSite } from '../candidate/visitor.ts';
import { asAdmin, faults, rewrite } from './admin.ts';
import { applied } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');
const shipped = readFileSync('templates/en/acknowledgement.md', 'utf8');

test('a message is edited, refused, mended, published, sent, and rolled back', async () => {
  const { page, complaints } = await asAdmin(site(), '/console/messages');
  const main = page.getByRole('main');
  await page.getByRole('link', { name: 'Acknowledgement' }).click();
  await main.getByText('It can be published').waitFor();
  const mail = main.frameLocator('iframe');
  await mail.getByText('Thank you for applying').first().waitFor();

  const editor = page.getByRole('textbox', { name: 'Acknowledgement in English' });
  await rewrite(editor, shipped.replace('Hello {{firstName}},', 'Hello {{givenName}}!'));
  await main.getByText('{{givenName}} is not a variable of this message').first().waitFor();
  await main.getByText('Exclamation marks read as advertising').waitFor();
  expect(await page.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);

  await rewrite(editor, shipped.replace('Thank you for applying.', 'Thank you for wanting to work here.'));
  await mail.getByText('Thank you for wanting to work here.').first().waitFor();
  await main.getByText('It can be published').waitFor();
  await main.getByRole('button', { name: 'Phone' }).click();
  await main.getByRole('button', { name: 'Dark' }).click();
  await main.getByRole('button', { name: 'Plain text' }).click();
  await main.getByLabel('Plain text of the mail').getByText('Thank you for wanting to work here.').waitFor();
  expect(await faults(page, 'console message')).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Acknowledgement in English').waitFor();
  await dialog.getByLabel('What changes, and why').fill('Thank for the wish, not the form');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });

  await applied(site(), 'Julia Perez');
  const sent = await site().stage.mail('acknowledgement', 'julia.perez@example.com');
  expect(sent.text).toContain('Thank you for wanting to work here.');

  await page.getByRole('link', { name: 'Messages' }).first().click();
  await main.getByText('Thank for the wish, not the form').waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Roll back to v1' }).click();
  await dialog.getByLabel('Why').fill('The old words were better');
  await dialog.getByRole('button', { name: 'Roll back' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await main.getByText('The old words were better').waitFor();
  await applied(site(), 'Maya Lind');
  const again = await site().stage.mail('acknowledgement', 'maya.lind@example.com');
  expect(again.text).toContain('Thank you for applying.');
  expect(complaints).toEqual([]);
}, 240_000);
