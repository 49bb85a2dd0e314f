// @module-tag browser
import { describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from '../candidate/visitor.ts';
import { counted, heightOf, slowNetwork } from '../slow-network.ts';
import { applied, focused, hasFocus, signedIn } from './staff.ts';

const site = useSite('2026-03-03T14:05:00Z');

async function stageOf(application: people.Applied): Promise<string> {
  return (await people.view(site().stage, application)).application.stage;
}
const sentTo = async (email: string): Promise<(string | undefined)[]> =>
  (await site().stage.mails()).filter(({ to }) => to.includes(email)).map(({ tags }) => tags['message']);

describe('Today, by keys alone', () => {
  test('shortlists, takes it back, and shortlists again', async () => {
    const julia = await applied(site(), 'Julia Perez');
    const ben = await applied(site(), 'Ben Okoro');
    const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/');
    await page.getByRole('link', { name: 'Ben Okoro' }).waitFor();
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('Julia Perez');

    await page.keyboard.press('j');
    expect(await focused(page)).toBe('Ben Okoro');
    await page.keyboard.press('k');
    await page.keyboard.press('s');
    await page.getByText('Shortlisted. Leaves in 10 min.').waitFor();
    expect(await focused(page)).toBe('Julia Perez');

    await page.keyboard.press('u');
    await page.getByRole('button', { name: 'Shortlist Julia Perez' }).waitFor();
    expect((await people.view(site().stage, julia)).gates).toMatchObject([{ status: 'pending' }]);

    await page.keyboard.press('s');
    await page.getByText('Shortlisted. Leaves in 10 min.').waitFor();
    await site().stage.advance({ by: 'PT10M' });
    expect(await stageOf(julia)).toBe('shortlisted');
    expect(await stageOf(ben)).toBe('in-review');
    expect(complaints).toEqual([]);
  });

  test('declines with a reason, once its words are about the post', async () => {
    const maya = await applied(site(), 'Maya Lindqvist');
    const { page } = await signedIn(site(), 'Ana Ruiz', '/console/');
    await page.getByRole('link', { name: 'Maya Lindqvist' }).focus();
    await page.keyboard.press('d');
    await hasFocus(page.getByRole('radio', { name: /^Decline/ }));

    for (const key of ['Tab', 'Space', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('advising customers about plants');
    await page.keyboard.press('Tab');
    await page.keyboard.type('that you are too old for the till');
    await page.keyboard.press('Enter');
    await page.getByText(/“too old” touches age/).waitFor();
    await hasFocus(page.getByLabel('The application shows'));
    expect((await people.view(site().stage, maya)).gates).toMatchObject([{ status: 'pending' }]);

    await page.keyboard.press('Control+a');
    await page.keyboard.type('experience at a supermarket till');
    await page.getByText('you showed us experience at a supermarket till.').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Declined. Leaves in 10 min.').waitFor();
    await expect.poll(() => focused(page), { timeout: 10_000 }).toBe('Maya Lindqvist');
    await site().stage.advance({ by: 'PT10M' });
    expect(await sentTo('maya.lindqvist@example.com')).toEqual(['acknowledgement', 'decline']);
  });

  test('declines a group for one reason, each by itself: one was decided meanwhile, one is taken back', async () => {
    const names = ['Gus Ahlberg', 'Hana Sato', 'Igor Novak'] as const;
    const [gus, hana] = [await applied(site(), names[0]), await applied(site(), names[1])];
    await applied(site(), names[2]);
    const { page, complaints } = await signedIn(site(), 'Omar Haddad', '/console/');
    for (const name of names) {
      await page.getByRole('link', { name }).focus();
      await page.keyboard.press('x');
    }
    await page.getByRole('button', { name: 'Decline 3 together' }).click();
    await page.getByLabel('The post is filled or withdrawn').check();
    await page.getByRole('radio', { name: 'Filled' }).check();
    await page.getByLabel('On', { exact: true }).fill('2026/03/02');
    await page.getByRole('region', { name: 'The message' }).getByText('Our decision').waitFor();
    expect(await violations(page)).toEqual([]);

    await people.decide(site().stage, hana, { outcome: 'shortlisted' });
    await page.getByRole('button', { name: 'Decline 3 candidates' }).click();
    await page.getByText(/^Ana Ruiz shortlisted Hana Sato/).waitFor();
    await page.getByRole('button', { name: 'Undo: Igor Novak' }).click();
    await page.getByRole('button', { name: 'Shortlist Igor Novak' }).waitFor();
    // The way back is still there after a look at another page.
    await page.getByRole('link', { name: 'Gus Ahlberg' }).click();
    await page.getByRole('link', { name: 'Today' }).first().click();
    await page.getByRole('button', { name: 'Undo: Gus Ahlberg' }).waitFor();

    await site().stage.advance({ by: 'PT10M' });
    expect(await stageOf(gus)).toBe('declined');
    expect(await sentTo('gus.ahlberg@example.com')).toEqual(['acknowledgement', 'decline']);
    expect(await sentTo('hana.sato@example.com')).toEqual(['acknowledgement', 'invitation']);
    expect(await sentTo('igor.novak@example.com')).toEqual(['acknowledgement']);
    expect(complaints).toEqual([]);
  });

  test('offers the way back from the latest decision wherever its row is', async () => {
    const aisha = await applied(site(), 'Aisha Khan');
    const { page, complaints } = await signedIn(site(), 'Ana Ruiz', '/console/');
    const toast = page.getByText('Aisha Khan: shortlisted; it leaves in 10 min.');
    await page.getByRole('button', { name: 'Shortlist Aisha Khan' }).click();
    await toast.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Take it back: Aisha Khan' }).click();
    await page.getByRole('button', { name: 'Shortlist Aisha Khan' }).waitFor();
    await toast.waitFor({ state: 'detached' });
    expect((await people.view(site().stage, aisha)).gates).toMatchObject([{ status: 'pending' }]);

    await page.getByRole('button', { name: 'Shortlist Aisha Khan' }).click();
    await page.getByRole('button', { name: 'Hide this' }).click();
    await toast.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo: Aisha Khan' }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('over a slow network says what is on its way, sends it once, and holds still', async () => {
    const lina = await applied(site(), 'Lina Slow');
    const { page } = await signedIn(site(), 'Ana Ruiz', '/console/');
    const row = page.getByRole('row').filter({ hasText: 'Lina Slow' });
    await row.waitFor();
    await page.getByRole('link', { name: 'Lina Slow' }).click();
    await page.getByText('Published criteria').first().waitFor();
    await slowNetwork(page);
    await page.getByRole('link', { name: 'Today' }).first().click();
    await page.getByText('Loading').waitFor();
    await row.getByRole('link').focus();
    const sent = counted(page, 'POST', '/decision');
    const before = await heightOf(row);
    await page.keyboard.press('s');
    await page.keyboard.press('s');
    await row.getByText('Shortlisted', { exact: true }).waitFor();
    expect(await heightOf(row)).toBe(before);
    await row.getByText('Shortlisted. Leaves in 10 min.').waitFor();
    expect(await heightOf(row)).toBe(before);
    await page.keyboard.press('u');
    await page.getByRole('button', { name: 'Shortlist Lina Slow' }).waitFor();
    expect(sent()).toBe(1);
    expect((await people.view(site().stage, lina)).gates).toMatchObject([{ status: 'pending' }]);
  });

  test('leaves single keys alone once they are switched off', async () => {
    const amira = await applied(site(), 'Amira Haddad');
    const { page } = await signedIn(site(), 'Ana Ruiz', '/console/');
    await page.getByRole('link', { name: 'Amira Haddad' }).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('Single keys act on the list').click();
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('link', { name: 'Amira Haddad' }).focus();
    await page.keyboard.press('s');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('Amira Haddad');
    expect((await people.view(site().stage, amira)).gates).toMatchObject([{ status: 'pending' }]);
  });
});

describe('the page of the reminder', () => {
  test('comes back after sign-in, decides, and takes it back after a reload', async () => {
    const { applicationId } = await applied(site(), 'Piotr Nowak');
    const address = `/console/decide/${applicationId}/shortlist-1`;
    const { page } = await signedIn(site(), 'Ana Ruiz', address);
    expect(new URL(page.url()).pathname).toBe(address);
    await page.getByRole('radio', { name: /^Shortlist/ }).check();
    await page.getByRole('button', { name: 'Send decision' }).click();
    await page.getByText('The message leaves in 10 min.').waitFor();

    // The token was in memory only: the page signs in anew, without asking again.
    await page.reload();
    await page.getByText('Shortlisted by Ana Ruiz').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Send decision' }).waitFor();
    expect(await page.evaluate('JSON.stringify(localStorage) + JSON.stringify(sessionStorage)')).not.toMatch(
      /eyJ/,
    );
  });

  test('keeps what a second person wrote, and says who was first', async () => {
    const ines = await applied(site(), 'Ines Delacroix');
    const { page } = await signedIn(
      site(),
      'Omar Haddad',
      `/console/decide/${ines.applicationId}/shortlist-1`,
    );
    await page.getByRole('radio', { name: /^Decline/ }).check();
    await page.getByLabel('A published requirement is not met').check();
    await page.getByLabel('The post requires').fill('Available two weekends a month');
    await people.decide(site().stage, ines, { outcome: 'shortlisted' });
    await page.getByRole('button', { name: 'Send decision' }).click();

    await page.getByText(/^Ana Ruiz shortlisted Ines Delacroix \d+ s ago\.$/).waitFor();
    await page.getByText('Yours was not sent.').waitFor();
    await page.getByText('A published requirement is not met: Available two weekends a month').waitFor();
    await page.getByRole('button', { name: 'Discard mine' }).click();
    await page.getByText('Yours was not sent.').waitFor({ state: 'detached' });
  });

  test('sends nothing while the network is away, and keeps what was chosen', async () => {
    const { applicationId } = await applied(site(), 'Tom Adeyemi');
    const { page } = await signedIn(site(), 'Ana Ruiz', `/console/decide/${applicationId}/shortlist-1`);
    await page.getByRole('radio', { name: /^Shortlist/ }).check();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Send decision' }).click();
    await page.getByText('You are offline', { exact: true }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The message leaves in 10 min.').waitFor();
  });
});
