import type { Browser, Page } from 'playwright-core';
import type { Worklist, WorklistRow } from '../../domain/api/recruiter/worklist.ts';
import { signIn, slowed, stopwatch } from './opened.ts';

const many = 10_000;
const pageSize = 25;
/** How many pages are turned: every one is drawn like the one before it. */
const turns = 40;
const names = ['Julia', 'Maya', 'Ben', 'Piotr', 'Ines', 'Omar', 'Zoé', 'Lin'];

function row(position: number): WorklistRow {
  const id = `01KJT08CQ0RYQ4JP0X${String(position).padStart(8, '0')}`;
  return {
    applicationId: id,
    reference: id.slice(-6),
    gateId: 'shortlist-1',
    kind: 'shortlist',
    due: new Date(Date.UTC(2026, 2, 4) + position * 60_000).toISOString(),
    candidateName: `${names[position % names.length]} Number ${position}`,
    jobId: 'sales-assistant-leeds',
    jobTitle: 'Sales assistant, Leeds',
    stage: 'in-review',
    owner: 'ana-ruiz',
    version: 1,
  };
}

/** Answers for the API: 10,000 decisions wait, and nothing else. */
async function answerForApi(page: Page): Promise<void> {
  await page.route('**/api/staff/worklist?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    return route.fulfill({
      json: query.get('kind') === 'shortlist' ? pageFrom(Number(query.get('cursor') ?? 0)) : nothing,
    });
  });
}

const nothing: Worklist = { rows: [], cursor: null, elsewhere: null };

function pageFrom(from: number): Worklist {
  const next = from + pageSize;
  return {
    rows: Array.from({ length: pageSize }, (_, at) => row(from + at)),
    cursor: next < many ? String(next) : null,
    elsewhere: null,
  };
}

/** Scrolls up and down by the wheel; gives the frames drawn and the longest pause between two, in ms. */
const scroll = `(async () => {
  let frames = 0, longest = 0, last = performance.now();
  const end = last + 2000;
  for (let down = true; last < end; frames += 1) {
    window.scrollBy(0, down ? 120 : -120);
    if (window.scrollY === 0) down = true;
    else if (window.scrollY + innerHeight >= document.documentElement.scrollHeight - 1) down = false;
    const now = await new Promise(requestAnimationFrame);
    longest = Math.max(longest, now - last);
    last = now;
  }
  return { frames, longest };
})()`;

const busy = 'longTasks.splice(0).map(({ duration }) => duration)';

/** What Today does with 10,000 rows, on a processor slowed down four times; lines of a report. */
export async function lookAtLongList(browser: Browser, siteUrl: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await answerForApi(page);
  await signIn(page, siteUrl);
  await slowed(page);
  await page.addInitScript(stopwatch('main tbody a'));
  await page.goto(`${siteUrl}/console/`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate(busy);

  const { frames, longest } = await page.evaluate<{ frames: number; longest: number }>(scroll);
  const whileScrolling = await page.evaluate<number[]>(busy);
  const drawn = await page.locator('main tbody tr').count();

  // By its place: to find it by its role would compute the roles of the whole page, on the page's own time.
  const next = page.locator('main button[aria-label="Next page"]');
  for (let turned = 1; turned <= turns; turned += 1) {
    await next.click();
    const first = `main tbody [data-row^="${row(turned * pageSize).applicationId}"]`;
    await page.locator(first).waitFor();
  }
  const whileTurning = await page.evaluate<number[]>(busy);
  const shown = await page.locator('main tbody tr').count();
  const { frames: lastFrames, longest: lastLongest } = await page.evaluate<{
    frames: number;
    longest: number;
  }>(scroll);
  const atTheEnd = await page.evaluate<number[]>(busy);
  await context.close();
  return [
    `| 10,000 applications | first page | ${turns} pages on |`,
    '| --- | --: | --: |',
    `| rows drawn | ${drawn} | ${shown} |`,
    `| frames in two seconds of scrolling | ${frames} | ${lastFrames} |`,
    `| longest pause between two frames, frames | ${(longest / 16.7).toFixed(1)} | ${(lastLongest / 16.7).toFixed(1)} |`,
    `| tasks over 50 ms while scrolling | ${whileScrolling.length} | ${atTheEnd.length} |`,
    '',
    `Turning ${turns} pages took ${whileTurning.length} tasks over 50 ms, the longest ${Math.max(0, ...whileTurning).toFixed(0)} ms.`,
  ];
}
