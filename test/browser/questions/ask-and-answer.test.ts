// @module-tag browser
import { beforeAll, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import type { Applied } from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';
import { signedIn } from '../console/staff.ts';

const site = useSite('2026-03-03T09:30:00Z');
let julia: Applied;

beforeAll(async () => {
  julia = await people.apply(site().stage, { name: 'Julia Perez', email: 'julia@example.com' });
  await site().stage.advance({ by: 'PT20M' });
});

test('a candidate asks in writing, is told by when, and reads the answer that HR gives in the console', async () => {
  const { page, complaints } = await site().visit({ timezoneId: 'America/New_York' });
  await page.goto(`/application#${julia.token}`);
  await page.getByRole('heading', { name: 'Ask us, or book a call' }).waitFor();
  await page.getByRole('button', { name: 'Send question' }).click();
  await page.getByText('Please write your question.').waitFor();
  await page.getByLabel('Your question').fill('Would I have to work on Sundays?');
  await page.getByRole('button', { name: 'Send question' }).click();
  await page.getByText('Ana Ruiz answers by Wednesday 4 March at 04:50').waitFor();
  expect(await violations(page)).toEqual([]);

  await site().stage.advance({ by: 'PT1M' });
  const staff = await signedIn(site(), 'Ana Ruiz', `/console/applications/${julia.applicationId}`);
  await staff.page.getByText('Would I have to work on Sundays?').waitFor();
  const answer = staff.page.getByRole('textbox', { name: 'Answer', exact: true });
  await answer.fill('Nobody works on Sundays.');
  // The message comes while the finger is on its way: the button stays where it is.
  const send = staff.page.getByRole('button', { name: 'Send answer' });
  const below = async () => ((await send.boundingBox())?.y ?? 0) - ((await answer.boundingBox())?.y ?? 0);
  const place = await below();
  const shown = staff.page.getByRole('region', { name: 'The message with your answer' });
  await shown.getByText('if you send it now').waitFor();
  await shown.locator('iframe').scrollIntoViewIfNeeded();
  await shown.frameLocator('iframe').getByText('Nobody works on Sundays.').first().waitFor();
  expect(await below()).toBe(place);
  expect(await violations(staff.page)).toEqual([]);
  await send.click();
  await send.waitFor({ state: 'detached' });

  await site().stage.advance({ by: 'PT1M' });
  const again = await site().visit();
  await again.page.goto(`/application#${julia.token}`);
  await again.page.getByText('Ana Ruiz answered:').waitFor();
  await again.page.locator('.question').getByText('Nobody works on Sundays.').waitFor();
  expect([...complaints, ...staff.complaints, ...again.complaints]).toEqual([]);
});

test('a call is booked in a window of the candidate’s own time, on a telephone’s width, in Spanish', async () => {
  const { page, complaints } = await site().visit({
    locale: 'es-ES',
    timezoneId: 'Europe/Madrid',
    viewport: { width: 320, height: 720 },
    colorScheme: 'dark',
  });
  await page.goto(`/application#${julia.token}`);
  await page.getByLabel('Su pregunta').fill('Los turnos del sábado.');
  await page.getByLabel('Llámenme').check();
  const windows = page.getByLabel('¿Cuándo le llamamos?');
  await windows.locator('option').first().waitFor({ state: 'attached' });
  expect(await windows.locator('option').first().textContent()).toContain('12:00');
  expect(await page.getByLabel('Número de teléfono').inputValue()).toBe('+44 113 496 0000');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
  await page.getByRole('button', { name: 'Enviar la pregunta' }).click();
  await page.getByText('Ana Ruiz le llama').waitFor();
  expect(complaints).toEqual([]);
});
