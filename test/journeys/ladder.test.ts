import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import type { Mail } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const hours = (from: string, at: string): string => {
  const minutes = Math.round((Date.parse(at) - Date.parse(from)) / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** "24:00 decision-reminder → ana.ruiz", by instant; of those at one instant none need come first. */
const told = (startedAt: string, mails: readonly Mail[]): string[] =>
  mails
    .map(({ at, tags, to }) => `${hours(startedAt, at)} ${tags['message']} → ${to.join(', ').split('@')[0]}`)
    .toSorted();

const ana = 'ana.ruiz';
const julia = { name: 'Julia Perez', email: 'julia@example.com' };

describe.each([
  ['an ordinary Tuesday', '2026-03-03T14:05:00Z'],
  ['an hour before the clocks go forward in London', '2026-03-29T00:00:00Z'],
  ['an hour before the clocks go back in London', '2026-10-25T00:00:00Z'],
  ['a leap day', '2028-02-29T09:00:00Z'],
  ['the day before Christmas', '2026-12-24T10:00:00Z'],
])('an application that nobody decides, sent on %s', (_name, start) => {
  let fresh: Fresh;
  beforeAll(async () => {
    fresh = await cloudAt(start);
  });

  test('hears at exactly the promised instants', async () => {
    const stage = new Stage(fresh.siteUrl);
    const applied = await people.apply(stage, julia);
    await stage.advance({ by: 'PT72H' });

    expect(told(start, await stage.mails())).toEqual([
      '00:00 acknowledgement → julia',
      `24:00 decision-reminder → ${ana}`,
      `38:24 decision-reminder → ${ana}`,
      '38:24 decision-reminder → omar.haddad',
      '43:12 decision-escalation → grace.okafor',
      '48:00 decision-delayed → julia',
      '60:00 decision-reminder → grace.okafor',
      '67:12 decision-reminder → grace.okafor',
      '72:00 release → julia',
      '72:00 task-raised → grace.okafor',
    ]);
    const { application, tasks, timeline } = await people.view(stage, applied);
    expect(application).toMatchObject({ stage: 'released', outcome: 'released' });
    expect(tasks).toMatchObject([{ task: 'answer-owed', status: 'open' }]);
    expect(timeline.filter(({ type }) => type === 'PromiseBroken')).toMatchObject([
      { detail: { kind: 'shortlist' } },
    ]);
  });
});

test('a colleague who is recruiter, backup and lead of a job is told each thing once', async () => {
  const start = '2026-03-03T14:05:00Z';
  const { siteUrl } = await cloudAt(start);
  const stage = new Stage(siteUrl);
  await stage.staff(people.lead, 'POST', '/api/staff/jobs', {
    jobId: 'baker',
    title: 'Baker',
    location: 'Leeds',
    description: 'Bake.',
    locale: 'en',
    criteria: [],
    resume: 'none',
    recruiter: people.recruiter,
    backup: people.recruiter,
    lead: people.recruiter,
    interviewers: ['tom-becker'],
  });
  const body = { jobId: 'baker', candidate: julia, interests: [] };
  await stage.call('POST', '/api/applications', { body });
  await stage.advance({ by: 'PT47H' });
  expect(told(start, await stage.mails())).toEqual([
    '00:00 acknowledgement → julia',
    `24:00 decision-reminder → ${ana}`,
    `38:24 decision-reminder → ${ana}`,
    `43:12 decision-escalation → ${ana}`,
  ]);
});
