// @module-tag browser
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { fillIn, useSite } from '../candidate/visitor.ts';
import { applied, signedIn } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');

async function shortlisted(name: string): Promise<people.Applied> {
  const application = await applied(site(), name);
  await people.decide(site().stage, application, { outcome: 'shortlisted' });
  await site().stage.advance({ by: 'PT11M' });
  return application;
}

describe('an application', () => {
  test('has its interview arranged, moved and called off', async () => {
    const julia = await shortlisted('Julia Perez');
    const { page, complaints } = await signedIn(
      site(),
      'Ana Ruiz',
      `/console/applications/${julia.applicationId}`,
    );
    await page.getByRole('button', { name: 'Schedule interview' }).click();
    await page.getByText('Choose a day and a time that exist in that zone.').waitFor();

    await page.getByLabel('Day', { exact: true }).fill('2026/03/05');
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByRole('textbox', { name: 'Place' }).fill('Shopwithus, 12 Market Street, Leeds');
    await page.getByRole('button', { name: /^Interviewers/ }).click();
    await page.getByRole('option', { name: 'Tom Becker' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Schedule interview' }).click();
    await page.getByRole('tab', { name: 'Interviews (1)' }).click();
    await page.getByRole('heading', { name: /Thu,? 5 Mar,? 10:00 GMT/ }).waitFor();

    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByLabel('Time', { exact: true }).fill('11:30');
    await page.getByRole('button', { name: 'Move interview' }).click();
    await page.getByRole('heading', { name: /Thu,? 5 Mar,? 11:30 GMT/ }).waitFor();

    await page.getByRole('button', { name: 'Cancel it' }).click();
    await page.getByRole('button', { name: 'Cancel interview' }).click();
    await page.getByText('Cancelled', { exact: true }).waitFor();
    await site().stage.advance({ by: 'PT1M' });
    const { timeline } = await people.view(site().stage, julia);
    expect(timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['InterviewScheduled', 'InterviewRescheduled', 'InterviewCancelled']),
    );
    expect(complaints).toEqual([]);
  });

  test('has its feedback approved by a lead, in words that may be said, and is decided', async () => {
    const { stage } = site();
    const maya = await shortlisted('Maya Lindqvist');
    const { endsAt } = await people.schedule(stage, maya, '2026-03-04T10:00:00.000Z');
    await stage.advance({ to: endsAt });
    await stage.advance({ by: 'PT5H' });
    await people.giveFeedback(stage, 'tom-becker', 'tom.becker@shopwithus.example');
    await people.giveFeedback(stage, 'lin-zhao', 'lin.zhao@shopwithus.example');
    await stage.advance({ by: 'PT1H' });

    const address = `/console/applications/${maya.applicationId}`;
    const recruiter = await signedIn(site(), 'Ana Ruiz', address);
    await recruiter.page.getByText('A lead or an admin approves what the candidate reads.').waitFor();

    const { page } = await signedIn(site(), 'Grace Okafor', address);
    await page.getByText('You asked good questions before you advised.').first().waitFor();
    await page.getByLabel('What went well').fill('You have a winning personality.');
    await page.getByLabel('What to work on').fill('Learn how a return without a receipt works.');
    await page.getByRole('button', { name: 'Approve and send' }).click();
    await page.getByText(/“personality” touches attitude/).waitFor();
    await page
      .getByLabel('What went well')
      .fill('You asked the customer three questions before you suggested a plant.');
    await page.getByRole('button', { name: 'Approve and send' }).click();
    await page.getByRole('button', { name: 'Approve and send' }).waitFor({ state: 'detached' });
    await stage.advance({ by: 'PT1H' });
    await stage.mail('interview-feedback', 'maya.lindqvist@example.com');

    await recruiter.page.reload();
    await recruiter.page.getByRole('radio', { name: /^Hire/ }).check();
    await recruiter.page.getByRole('button', { name: 'Send decision' }).click();
    await recruiter.page.getByText('Hired by Ana Ruiz').waitFor();
    await stage.advance({ by: 'PT11M' });
    await stage.mail('hired', 'maya.lindqvist@example.com');
  });

  test('has its task done, with a note', async () => {
    const { stage } = site();
    const ben = await applied(site(), 'Ben Okoro');
    await stage.advance({ by: 'PT73H' });
    const { page } = await signedIn(site(), 'Grace Okafor', `/console/applications/${ben.applicationId}`);
    await page.getByLabel('What came of it (optional)').fill('Called, and told the answer.');
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByRole('button', { name: 'Mark as done' }).waitFor({ state: 'detached' });
    const { tasks } = await people.view(stage, ben);
    expect(tasks).toMatchObject([{ status: 'done', note: 'Called, and told the answer.' }]);
  });
});

test('a résumé is opened once it was scanned', async () => {
  const { page: form } = await site().visit();
  await form.goto('/careers/sales-assistant-leeds/');
  await fillIn(form, { name: 'Rita Salas', email: 'rita.salas@example.com' });
  const buffer = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
  await form
    .locator('input[type="file"]')
    .setInputFiles({ name: 'rita.pdf', mimeType: 'application/pdf', buffer });
  await form.getByText('is ready to send.').waitFor();
  await form.getByRole('button', { name: 'Send my application' }).click();
  await form.waitForURL(/\/application/);
  await site().stage.advance({ by: 'PT2M' });

  const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/');
  await page.getByRole('link', { name: 'Rita Salas' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Open résumé' }).first().click(),
  ]);
  // A stranger named the file: what it is saved as says nothing of theirs.
  expect(file.suggestedFilename()).toMatch(/^resume-[0-9A-Z]{6}\.pdf$/);
  expect(await readFile(await file.path(), 'latin1')).toBe(buffer.toString('latin1'));
  expect(complaints).toEqual([]);
});

test('what is shown of an application has an address of its own', async () => {
  const ines = await applied(site(), 'Ines Delacroix');
  const address = `/console/applications/${ines.applicationId}`;
  const { page } = await signedIn(site(), 'Ana Ruiz', `${address}/history`);
  await page.getByText('What happened').waitFor();
  await page.getByRole('tab', { name: /^Messages/ }).click();
  expect(new URL(page.url()).pathname).toBe(`${address}/messages`);
  await page.goBack();
  await page.getByText('What happened').waitFor();
});

test('an application that is not there says so', async () => {
  const { page } = await signedIn(site(), 'Ana Ruiz', '/console/applications/01KJT08CQ0RYQ4JP0XZX0DSZDK');
  await page.getByText('It does not exist').waitFor();
});
