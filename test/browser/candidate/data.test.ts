// @module-tag browser
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { candidateApi } from '../../../domain/api/candidate.ts';
import * as people from '../../../local/demo/people.ts';
import type { Applied } from '../../../local/demo/people.ts';
import { violations } from '../axe.ts';
import { useSite } from './visitor.ts';

const site = useSite('2026-03-03T14:05:00Z');
const email = 'julia@example.com';
let applied: Applied;
let mailed: string;

beforeAll(async () => {
  const { stage } = site();
  applied = await people.apply(stage, { name: 'Julia Perez', email });
  await stage.advance({ by: 'PT20M' });
  mailed = await people.mailedKey(stage, email);
  await stage.call('POST', '/api/candidate/referral', { token: mailed, body: {} });
});

async function opened(options = {}) {
  const visit = await site().visit(options);
  await visit.page.goto(`/application#${mailed}`);
  await visit.page.getByRole('heading', { name: 'Sales assistant, Leeds' }).waitFor();
  return visit;
}

describe('a candidate’s data', () => {
  test('can be taken away, for a machine and for a reader', async () => {
    const { page, complaints } = await opened();
    const saved = async (button: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
    };
    const json = await saved('Download as JSON');
    expect(json.name).toBe(`hearback-${applied.applicationId.slice(-6)}.json`);
    const held = candidateApi.export.reply.body.parse(JSON.parse(json.text));
    expect(held.application.candidate.email).toBe(email);
    expect(json.text).not.toContain(mailed);

    const sheet = await saved('Download as a page');
    expect(sheet.text).toContain('<h2>Every message, word for word</h2>');
    expect(sheet.text).toContain('<dd>Books</dd>');
    expect(sheet.text).toContain('We have your application');
    expect(sheet.text).toContain('3 March 2026 at 14:05 GMT');
    expect(sheet.text).not.toContain(mailed);
    const reader = await page.context().newPage();
    await reader.setViewportSize({ width: 320, height: 800 });
    await reader.setContent(sheet.text);
    expect(await reader.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(complaints).toEqual([]);
  });

  test('are erased after a second thought, and the link then leads to nothing', async () => {
    const { page, complaints } = await opened({ viewport: { width: 320, height: 800 } });
    await page.getByRole('button', { name: 'Erase my data …' }).click();
    await page.getByRole('heading', { name: 'Erase your data?' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'No, keep it' }).click();
    await page.getByRole('heading', { name: 'Sales assistant, Leeds' }).waitFor();

    await page.getByRole('button', { name: 'Erase my data …' }).click();
    await page.getByRole('button', { name: 'Yes, erase it' }).click();
    await page.getByRole('heading', { name: 'We are erasing your data' }).waitFor();
    await site().stage.advance({ by: 'PT1M' });
    expect((await site().stage.mail('erasure-confirmed', email)).text).toContain('erased');
    await page.goto('about:blank');
    await page.goto(`/application#${mailed}`);
    await page.getByRole('heading', { name: 'There is nothing here any more' }).waitFor();
    expect(complaints).toEqual([]);
  });
});
