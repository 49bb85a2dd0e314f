// @module-tag browser
import { beforeAll, describe, expect, test } from 'vitest';
import * as people from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { findings } from '../circumstances.ts';
import { keepPicture } from '../screenshots.ts';
import type { Page } from 'playwright-core';
import { useSite } from './visitor.ts';

const site = useSite('2026-03-03T09:00:00Z');
const links = new Map<string, string>();

beforeAll(async () => {
  const { stage } = site();
  const applied = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
  await stage.advance({ by: 'PT49H' });
  await people.decide(stage, applied, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT15M' });
  const { endsAt } = await people.schedule(stage, applied, '2026-03-06T10:00:00.000Z');
  await stage.advance({ to: endsAt });
  await stage.advance({ by: 'PT5M' });
  const { text } = await stage.mail('feedback-request', 'tom.becker@shopwithus.example');
  await stage.staff(people.lead, 'POST', '/api/staff/jobs/forklift-driver-madrid/close', {
    expectedVersion: 1,
  });
  const gone = await people.apply(stage, { name: 'Paul Kim', email: 'paul@example.com' });
  await people.withdraw(stage, { name: 'Paul Kim', email: 'paul@example.com' }, gone);
  links
    .set('interviewing', `/application#${await people.mailedKey(stage, 'julia@example.com')}`)
    .set('interviewing, by the answer to the form', `/application#${applied.token}`)
    .set('withdrawn', `/application#${gone.token}`)
    .set('no link', '/application')
    .set('feedback', /\/feedback#\S+/.exec(text)?.[0] ?? '')
    .set('survey', `/survey#${gone.token}`)
    .set('careers', '/careers/')
    .set('job', '/careers/sales-assistant-leeds/')
    .set('job in Spanish', '/careers/forklift-driver-madrid/')
    .set('job looked up', '/careers/job/?id=conseil-clientele-lyon')
    .set('developers', '/careers/developers/')
    .set('plain', '/careers/plain/')
    .set('embed', '/careers/embedded/')
    .set('not found', '/no/such/page');
});

const states = [
  'interviewing',
  'interviewing, by the answer to the form',
  'withdrawn',
  'no link',
  'feedback',
  'survey',
  'careers',
  'job',
  'job in Spanish',
  'job looked up',
  'developers',
  'plain',
  'embed',
  'not found',
];

/** Opens a page and waits until nothing that it asked for is outstanding, a tenth as long as Playwright would. */
async function open(page: Page, state: string): Promise<void> {
  let outstanding = 0;
  let changed = 0;
  const count = (change: number) => () => {
    outstanding += change;
    changed = performance.now();
  };
  const [asks, has] = [count(1), count(-1)];
  page.on('request', asks).on('requestfinished', has).on('requestfailed', has);
  await page.goto(links.get(state) ?? '');
  await expect
    .poll(() => outstanding <= 0 && performance.now() - changed > 50, { interval: 10, timeout: 20_000 })
    .toBe(true);
  page.off('request', asks).off('requestfinished', has).off('requestfailed', has);
}

/** Posts fields as a page without script and without a browser's own checks would. */
async function posted(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto('/careers/plain/');
  await Promise.all([
    page.waitForURL('**/api/applications'),
    page.evaluate(`(() => {
      const form = document.createElement('form');
      Object.assign(form, { method: 'post', action: '/api/applications' });
      for (const [name, value] of Object.entries(${JSON.stringify(fields)}))
        form.append(Object.assign(document.createElement('input'), { name, value }));
      document.body.append(form);
      form.submit();
    })()`),
  ]);
}

/** What the API itself answers a plain form with: what was sent, and what the page's heading says. */
const answers = [
  ['a form to correct', { jobId: 'sales-assistant-leeds', name: 'Julia', email: 'julia@' }, /^Almost there/],
  ['a form to correct in French', { jobId: 'conseil-clientele-lyon', email: 'x', phone: '?' }, /^/],
  ['no such job', { jobId: 'gone' }, /no such job|No tenemos|Nous n/],
  ['a closed job', { jobId: 'forklift-driver-madrid' }, /^/],
] as const;

describe.each([
  ['light', 'en-GB', 1280],
  ['dark', 'es-MX', 320],
  ['light', 'fr-FR', 320],
] as const)('in %s, %s, %i px wide', (colorScheme, locale, width) => {
  test('every page is accessible, fits and stays at home', async () => {
    const { page, complaints } = await site().visit({
      colorScheme,
      locale,
      viewport: { width, height: 800 },
    });
    const found: string[] = [];
    for (const state of states) {
      await page.goto('about:blank');
      await open(page, state);
      await page.getByRole('status').getByText('…').waitFor({ state: 'detached' });
      found.push(...(await violations(page, 'best-practice')).map((one) => `${state}: ${one}`));
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth')) - width;
      if (wide > 0) found.push(`${state}: ${wide} pixels too wide`);
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  }, 240_000);

  test('what the API answers a plain form with is accessible and fits', async () => {
    const { page, complaints } = await site().visit({
      colorScheme,
      locale,
      viewport: { width, height: 800 },
    });
    const found: string[] = [];
    for (const [name, fields, heading] of answers) {
      await posted(page, fields);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      await keepPicture(page, `${name}, ${colorScheme}, ${width}, ${locale}`);
      const wide = Number(await page.evaluate('document.documentElement.scrollWidth')) - width;
      if (wide > 0) found.push(`${name}: ${wide} pixels too wide`);
      found.push(...(await violations(page, 'best-practice')).map((one) => `${name}: ${one}`));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

test('every page stands forced colours, large text, the other direction and a wish for stillness', async () => {
  const found: string[] = [];
  for (const width of [1280, 320]) {
    const { page, complaints } = await site().visit({ viewport: { width, height: 800 } });
    for (const state of states) {
      await page.goto('about:blank');
      await open(page, state);
      await page.getByRole('status').getByText('…').waitFor({ state: 'detached' });
      await keepPicture(page, `${state}, ${width}`);
      found.push(...(await findings(page, `${state}, ${width}`, true)));
    }
    found.push(...complaints);
  }
  expect(found).toEqual([]);
}, 240_000);

test('errors are accessible too, in both themes', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await site().visit({ colorScheme, viewport: { width: 320, height: 800 } });
    await page.goto(links.get('job') ?? '');
    await page.getByRole('button', { name: 'Send my application' }).click();
    await page.locator('.summary a').first().waitFor();
    expect(await violations(page, 'best-practice')).toEqual([]);
  }
});
