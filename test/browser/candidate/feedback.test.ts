// @module-tag browser
import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { useSite } from './visitor.ts';

const site = useSite('2026-03-03T09:00:00Z');
let applied: people.Applied;
let interviewId = '';
let link = '';

beforeAll(async () => {
  const { stage } = site();
  applied = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
  await stage.advance({ by: 'PT5M' });
  await people.decide(stage, applied, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT15M' });
  const scheduled = await people.schedule(stage, applied, '2026-03-04T10:00:00.000Z');
  ({ interviewId } = scheduled);
  await stage.advance({ to: '2026-03-04T11:00:00.000Z' });
  const { text } = await stage.mail('feedback-request', 'tom.becker@shopwithus.example');
  link = /\/feedback#\S+/.exec(text)?.[0] ?? '';
});

describe('an interviewer', () => {
  test('loses no word: what is written is kept, over a broken connection too', async () => {
    const { page, complaints } = await site().visit();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Julia P., Sales assistant, Leeds' }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await page.getByLabel('What went well').fill('Asked the customer first.');
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('group', { name: 'Available two weekends a month' }).getByLabel('Clearly').check();
    await page.getByText('Not saved yet: no connection.').waitFor();
    await page.context().setOffline(false);
    await page.getByText(/^Saved \d\d:\d\d$/).waitFor();
    expect(complaints).toEqual([]);

    const again = await site().visit();
    await again.page.goto(link);
    const box = again.page.getByLabel('What went well');
    await box.waitFor();
    expect(await box.inputValue()).toBe('Asked the customer first.');
    const weekends = again.page.getByRole('group', { name: 'Available two weekends a month' });
    expect(await weekends.getByLabel('Clearly').isChecked()).toBe(true);
  });

  test('is told what is missing, sends, and may change it until it is approved', async () => {
    const { page } = await site().visit();
    await page.goto(link);
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page.getByRole('heading', { name: '3 answers are missing' }).waitFor();
    await page.getByRole('group', { name: 'Allowed to work' }).getByLabel('Strongly').check();
    await page.getByLabel('What to improve').fill('Returns without a receipt.');
    const told = page.getByLabel('What we may tell the candidate');
    await told.fill('You asked good questions.');
    await page.getByRole('button', { name: 'Send feedback' }).click();
    await page.getByText(/^Thank you. Your feedback arrived at/).waitFor();

    await told.fill('You asked very good questions.');
    await page.getByText('You have changes that are not sent yet.').waitFor();
    await page.getByRole('button', { name: 'Send the changes' }).click();
    await page.getByText('You have changes that are not sent yet.').waitFor({ state: 'detached' });

    const { stage } = site();
    await people.giveFeedback(stage, 'lin-zhao', 'lin.zhao@shopwithus.example');
    await stage.advance({ by: 'PT5M' });
    await people.approve(stage, applied, interviewId);
    const later = await site().visit();
    await later.page.goto(link);
    await later.page.getByText('is approved, so this can no longer change').waitFor();
    expect(await later.page.getByRole('textbox').count()).toBe(0);
  });
});

describe('the candidate, at the end', () => {
  test('reads the feedback, and scores us on one page', async () => {
    const { stage } = site();
    await stage.advance({ by: 'PT15M' });
    await people.decide(stage, applied, { outcome: 'hired' });
    await stage.advance({ by: 'P7D' });
    const { text } = await stage.mail('survey', 'julia@example.com');
    const { page, complaints } = await site().visit();
    await page.goto(`/application#${applied.token}`);
    await page.locator('.interview').getByText('You asked the customer three questions').waitFor();

    await page.goto(/\/survey#\S+/.exec(text)?.[0] ?? '');
    const send = page.getByRole('button', { name: 'Send my answer' });
    await send.click();
    await page.getByRole('link', { name: /Please choose a number/ }).waitFor();
    await page.getByLabel('10', { exact: true }).check();
    await page.getByLabel('Why? (optional)').fill('You kept your word.');
    await send.click();
    await page.getByRole('heading', { name: 'Thank you, we have your answer' }).waitFor();
    const { timeline } = await people.view(stage, applied);
    expect(timeline.filter(({ type }) => type === 'SurveyAnswered')).toMatchObject([
      { actor: 'candidate', detail: { score: 10 } },
    ]);
    expect(complaints).toEqual([]);
  });

  test('who has no answer yet is not asked for a score', async () => {
    const other = await people.apply(site().stage, { name: 'Paul Kim', email: 'paul@example.com' });
    const { page } = await site().visit();
    await page.goto(`/survey#${other.token}`);
    await page.getByText('This question comes after our answer to you.').waitFor();
    expect(await page.getByRole('radio').count()).toBe(0);
  });
});
