// @module-tag browser
import { expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';
import { applied, hasFocus, signedIn } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');
const pathIn = (text: string): string => /\/console\/\S+/.exec(text)?.[0] ?? '';

test('the lead hands a decision over where the mail of the escalation leads, by keys alone', async () => {
  const { stage } = site();
  const julia = await applied(site(), 'Julia Perez');
  await stage.advance({ by: 'PT43H30M' });
  const { text } = await stage.mail('decision-escalation', 'grace.okafor@shopwithus.example');
  const { page, complaints } = await signedIn(site(), 'Grace Okafor', pathIn(text));
  await page.getByRole('button', { name: 'Send decision' }).waitFor();

  const section = page.getByRole('button', { name: 'With Ana Ruiz: hand over' });
  await section.focus();
  await page.keyboard.press('Enter');
  const send = page.getByRole('button', { name: 'Hand over', exact: true });
  await send.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Choose a colleague.').waitFor();
  const to = page.getByRole('button', { name: /^To/ });
  await hasFocus(to);
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: /Lin Zhao/ }).waitFor();
  await page.keyboard.type('Lin');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await send.focus();
  await page.keyboard.press('Enter');

  await page.getByRole('status').getByText('Lin Zhao has it now, and is told by mail.').waitFor();
  await page.getByRole('button', { name: 'With Lin Zhao: hand over' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await stage.advance({ by: 'PT1M' });
  await stage.mail('decision-reminder', 'lin.zhao@shopwithus.example');
  expect((await people.view(stage, julia)).timeline.map(({ type }) => type)).toContain('PromiseHandedOver');

  // Both ways that the mail names are there: she decides after all.
  await page.getByRole('radio', { name: /^Shortlist/ }).check();
  await page.getByRole('button', { name: 'Send decision' }).click();
  await page.getByText('Shortlisted by Grace Okafor').first().waitFor();
  expect(await page.getByRole('button', { name: /hand over$/ }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('a lead adds her own feedback where somebody gives none, and sees who is asked', async () => {
  const { stage } = site();
  const maya = await applied(site(), 'Maya Lindqvist');
  await people.decide(stage, maya, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT11M' });
  const { endsAt } = await people.schedule(stage, maya, '2026-03-06T10:00:00.000Z');
  await stage.advance({ to: endsAt });
  await stage.advance({ by: 'PT66H' });
  const { text } = await stage.mail('feedback-escalation', 'grace.okafor@shopwithus.example');
  const { page, complaints } = await signedIn(site(), 'Grace Okafor', pathIn(text));
  await page.getByText('Tom Becker has been asked for feedback on the interview.').waitFor();

  await page.getByRole('button', { name: 'With Tom Becker: hand over' }).click();
  await page.getByRole('button', { name: /^To/ }).click();
  // Who is asked already is refused at the field.
  await page.getByRole('option', { name: /Lin Zhao/ }).click();
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.getByText(/is asked for feedback on this interview already/).waitFor();
  await page.getByRole('button', { name: /^To/ }).click();
  await page.getByRole('option', { name: 'Grace Okafor (you)' }).click();
  await page.getByRole('button', { name: 'Hand over', exact: true }).click();
  await page.getByText('Grace Okafor has it now, and is told by mail.').waitFor();
  await page.getByText(/Tom Becker was asked first, and can still give theirs\./).waitFor();
  expect(await violations(page)).toEqual([]);

  await stage.advance({ by: 'PT1M' });
  await people.giveFeedback(stage, people.lead, 'grace.okafor@shopwithus.example');
  await stage.advance({ by: 'PT1M' });
  await page.reload();
  await page.getByRole('tab', { name: 'Interviews (1)' }).click();
  await page.getByRole('button', { name: 'Grace Okafor' }).last().waitFor();
  await page.getByText('Tom Becker has given no feedback yet').first().waitFor();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText(/handed over from Tom Becker to Grace Okafor: interviewer’s feedback/).waitFor();
  expect(complaints).toEqual([]);
});
