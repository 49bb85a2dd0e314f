// @module-tag browser
import { expect, test } from 'vitest';
import { useSite } from '../candidate/visitor.ts';
import { applied, signedIn } from './staff.ts';

const site = useSite('2026-03-03T10:05:00Z');

interface CallWindows {
  readonly windows: readonly { readonly from: string; readonly to: string }[];
}

test('a question and a booked call are among what is due today, and are settled', async () => {
  const { stage } = site();
  const julia = await applied(site(), 'Julia Perez');
  const maya = await applied(site(), 'Maya Lindqvist');
  await stage.call('POST', '/api/candidate/questions', {
    token: julia.token,
    body: { wants: 'answer', text: 'May I start at ten on Thursdays?' },
  });
  const { windows } = await stage.call<CallWindows>('GET', '/api/candidate/call-windows', {
    token: maya.token,
  });
  await stage.call('POST', '/api/candidate/questions', {
    token: maya.token,
    body: { wants: 'call', text: 'How is the rota made?', phone: '+44 113 496 0123', window: windows[0] },
  });
  await stage.advance({ by: 'PT2M' });

  const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/');
  const call = page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: 'Call: Maya Lindqvist' }) });
  expect(await call.textContent()).toMatch(/A call.*3 Mar.*, \d\d:\d\d to \d\d:\d\d/);
  await page.getByRole('button', { name: 'Answer: Julia Perez' }).click();
  await page.getByText('May I start at ten on Thursdays?').waitFor();
  await page.getByRole('button', { name: 'Send answer' }).click();
  await page.getByText('Write the answer.').waitFor();
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('Yes, you may.');
  await page.getByRole('button', { name: 'Send answer' }).click();
  await page.getByText('May I start at ten on Thursdays?').waitFor({ state: 'detached' });
  await stage.advance({ by: 'PT1M' });
  expect((await stage.mail('answer', 'julia.perez@example.com')).text).toContain('Yes, you may.');

  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Call: Maya Lindqvist' }).click();
  await page.getByRole('link', { name: '+44 113 496 0123' }).waitFor();
  await page.getByRole('button', { name: 'I called' }).click();
  await page.getByText('How is the rota made?').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page.getByRole('button', { name: 'Shortlist Maya Lindqvist' }).waitFor();
  expect(await page.getByRole('button', { name: /^(Call|Answer): / }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('on a phone a decline has a page of its own, with the decline chosen', async () => {
  await applied(site(), 'Ben Okoro');
  const viewport = { width: 320, height: 640 };
  const { page } = await signedIn(site(), 'Ana Ruiz', '/console/', { viewport });
  await page.getByRole('button', { name: 'Decline Ben Okoro' }).click();
  await page.getByRole('heading', { level: 1, name: 'Ben Okoro' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/console\/decide\//);
  expect(await page.getByRole('radio', { name: /^Decline/ }).isChecked()).toBe(true);
});
