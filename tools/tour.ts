/**
 * Takes the pictures of docs/tour.md anew, from the embedded cloud: `npm run tour`. Needs Debian's Chromium. Takes the
 * pages as they are built: `npm run build:web` first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { freshCloud, synthesized } from '../local/demo/fresh-cloud.ts';
import * as people from '../local/demo/people.ts';
import { Stage } from '../local/demo/stage.ts';
import { openBrowser, quiet } from './chromium.ts';

const folder = join(import.meta.dirname, '../docs/tour');
/** What a README's reader may be made to wait for. */
const most = 80_000;
const desk = { width: 1200, height: 800 };
const phone = { width: 390, height: 780 };

const { assembly, dispose } = await synthesized();
const { cloud, siteUrl } = await freshCloud(assembly, '2026-03-03T14:05:00Z');
const browser = await openBrowser();

async function open(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    baseURL: siteUrl,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    ...options,
  });
  return context.newPage();
}

async function staff(name: string, address: string, height = desk.height): Promise<Page> {
  const page = await open({ viewport: { ...desk, height } });
  await page.goto(address);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name, expanded: false }).waitFor();
  return page;
}

/** Keeps what is seen of a page now. @throws Error when it weighs too much */
async function take(page: Page, name: string): Promise<void> {
  await quiet(page);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 50 });
  const picture = Buffer.from(data, 'base64');
  if (picture.byteLength > most) throw new Error(`${name} weighs ${picture.byteLength} bytes`);
  writeFileSync(join(folder, `${name}.webp`), picture);
  await page.context().close();
}

try {
  mkdirSync(folder, { recursive: true });
  const stage = new Stage(siteUrl);

  const careers = await open({ viewport: phone });
  await careers.goto('/careers/sales-assistant-leeds/');
  await take(careers, 'careers');

  const applied = new Map<string, people.Applied>();
  for (const name of ['Julia Perez', 'Ben Okoro', 'Maya Lindqvist', 'Piotr Nowak', 'Ines Delacroix']) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.com`;
    applied.set(name, await people.apply(stage, { name, email }));
    await stage.advance({ by: 'PT3H' });
  }
  const who = (name: string): people.Applied => {
    const found = applied.get(name);
    if (found === undefined) throw new Error(`${name} has not applied`);
    return found;
  };

  const mail = await open({ viewport: { width: 640, height: 900 } });
  await mail.setContent((await stage.mail('acknowledgement', 'julia@example.com')).html);
  await take(mail, 'acknowledgement');

  const candidate = await open({ viewport: phone });
  await candidate.goto(`/application#${who('Julia Perez').token}`);
  await candidate.getByRole('heading', { level: 1 }).waitFor();
  await take(candidate, 'candidate');

  await people.decide(stage, who('Maya Lindqvist'), { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT11M' });
  const { endsAt } = await people.schedule(stage, who('Maya Lindqvist'), '2026-03-04T10:00:00.000Z');

  const today = await staff('Ana Ruiz', '/console/');
  await today.getByRole('link', { name: 'Julia Perez' }).waitFor();
  await today.keyboard.press('j');
  await today.keyboard.press('s');
  await today.getByText('Shortlisted. Leaves in 10 min.').waitFor();
  await take(today, 'today');

  const { applicationId } = who('Piotr Nowak');
  // Tall enough for the reasons and the message in one picture.
  const decision = await staff('Ana Ruiz', `/console/decide/${applicationId}/shortlist-1`, 1420);
  await decision.getByRole('radio', { name: /^Decline/ }).check();
  await decision.getByLabel('A skill the work relies on was not shown').check();
  await decision.getByRole('textbox', { name: 'The work relies on' }).fill('stock-taking with a scanner');
  await decision.getByRole('textbox', { name: 'What was missing' }).fill('any post where you counted stock');
  await decision.frameLocator('iframe').getByText('any post where you counted stock').waitFor();
  await take(decision, 'decision');

  await stage.advance({ to: endsAt });
  const { text } = await stage.mail('feedback-request', 'tom.becker@shopwithus.example');
  const feedback = await open({ viewport: phone });
  await feedback.goto(/\/feedback#\S+/.exec(text)?.[0] ?? '');
  await feedback.getByRole('heading', { level: 1 }).waitFor();
  await take(feedback, 'feedback');

  const workflow = await staff('Grace Okafor', '/console/workflows/candidate-journey', 1000);
  await workflow.getByText('Nothing is wrong with it').waitFor();
  await take(workflow, 'workflow');

  const message = await staff('Grace Okafor', '/console/messages/acknowledgement', 1000);
  await message.getByText('It can be published').waitFor();
  await message.frameLocator('iframe').getByText('Thank you for applying').first().waitFor();
  await take(message, 'message');

  const settings = await staff('Grace Okafor', '/console/settings', 1000);
  await settings.getByRole('main').locator('input').first().waitFor();
  await take(settings, 'settings');

  const record = await staff('Ana Ruiz', '/console/record/2026-03-02/2026-03-08', 1000);
  await record.locator('.numbers').waitFor();
  await take(record, 'record');
} finally {
  await browser.close();
  await cloud.stop();
  await dispose();
}
