/**
 * What the pages weigh and how soon they can be used: `npm run bench`, or `node bench/pages.ts [rounds]`. Weights are
 * counts. Times are ratios to an empty page in the same browser at the same time, with its processor slowed down four
 * times. The list of what is due is looked at with 10,000 rows in it. Needs Debian's Chromium.
 */
import { join } from 'node:path';
import { build } from '../tools/build.ts';
import { buildWeb } from '../tools/build-web.ts';
import { freshCloud, synthesized } from '../local/demo/fresh-cloud.ts';
import * as people from '../local/demo/people.ts';
import { Stage } from '../local/demo/stage.ts';
import { lookAtLongList } from './pages/long-list.ts';
import { opened } from './pages/opened.ts';
import type { Opened } from './pages/opened.ts';
import { openBrowser } from '../tools/chromium.ts';

const root = join(import.meta.dirname, '..');
const rounds = Number(process.argv[2] ?? 5);

const median = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? NaN;

await build(root);
await buildWeb(root);
const { assembly, dispose } = await synthesized();
const { cloud, siteUrl } = await freshCloud(assembly, '2026-03-03T14:05:00Z');
const browser = await openBrowser();
try {
  const stage = new Stage(siteUrl);
  const julia = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
  const maya = await people.apply(stage, { name: 'Maya Lindqvist', email: 'maya@example.com' });
  await stage.advance({ by: 'PT1M' });
  await people.decide(stage, maya, { outcome: 'shortlisted' });
  await stage.advance({ by: 'PT11M' });
  const { endsAt } = await people.schedule(stage, maya, '2026-03-04T10:00:00.000Z');
  await stage.advance({ to: endsAt });
  const { text } = await stage.mail('feedback-request', 'tom.becker@shopwithus.example');
  const feedback = /\/feedback#\S+/.exec(text)?.[0] ?? '';
  const admin = 'Grace Okafor';
  const pages: readonly { name: string; address: string; ready: string; as?: string }[] = [
    { name: 'empty page', address: '/empty', ready: 'p' },
    { name: 'careers', address: '/careers/', ready: '.jobs li' },
    { name: 'a job and its form', address: '/careers/sales-assistant-leeds/', ready: 'form button' },
    { name: 'candidate’s page', address: `/application#${julia.token}`, ready: 'main h1' },
    { name: 'the embed in a page', address: '/careers/embedded/', ready: 'hearback-apply:defined' },
    { name: 'survey', address: `/survey#${julia.token}`, ready: 'main h1' },
    { name: 'feedback form', address: feedback, ready: 'main form button' },
    { name: 'console, Today', address: '/console/', ready: 'main tbody a' },
    {
      name: 'console, decision',
      address: `/console/decide/${julia.applicationId}/shortlist-1`,
      ready: 'main form button',
    },
    {
      name: 'console, a job',
      address: '/console/jobs/edit/sales-assistant-leeds',
      ready: 'main form button',
    },
    {
      name: 'console, a workflow',
      address: '/console/workflows/candidate-journey',
      ready: 'main [role="tab"]',
      as: admin,
    },
    {
      name: 'console, a message',
      address: '/console/messages/acknowledgement',
      ready: 'main iframe',
      as: admin,
    },
    { name: 'console, Settings', address: '/console/settings', ready: 'main input', as: admin },
  ];
  const figures = new Map<string, Opened[]>(pages.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, address, ready, as } of pages) {
      figures.get(name)?.push(await opened(browser, siteUrl, address, ready, as));
    }
  }
  const empty = median((figures.get('empty page') ?? []).map(({ usable }) => usable));
  console.log('| page | requests | script kB | style kB | all kB | usable, empty page = 1 | long tasks |');
  console.log('| --- | --: | --: | --: | --: | --: | --: |');
  for (const [name, taken] of figures) {
    const [first] = taken;
    if (first === undefined) continue;
    const { requests, script, style, all } = first.weight;
    const cells = [
      name,
      requests,
      ...[script, style, all].map((bytes) => (bytes / 1000).toFixed(1)),
      (median(taken.map(({ usable }) => usable)) / empty).toFixed(1),
      median(taken.map(({ longTasks }) => longTasks)),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log(`\nMedians of ${rounds}; the empty page takes ${empty.toFixed(0)} ms here.\n`);
  for (const line of await lookAtLongList(browser, siteUrl)) console.log(line);
} finally {
  await browser.close();
  await cloud.stop();
  await dispose();
}
