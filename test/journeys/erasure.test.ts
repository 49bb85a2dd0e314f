import { beforeAll, describe, expect, test } from 'vitest';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const start = '2026-03-03T14:05:00Z';

describe('a candidate who wants to be forgotten', () => {
  let fresh: Fresh;
  let stage: Stage;
  beforeAll(async () => {
    fresh = await cloudAt(start);
    stage = new Stage(fresh.siteUrl);
  });

  const heard = async (email: string) =>
    (await stage.mails()).filter(({ to }) => to.includes(email)).map(({ tags }) => tags['message']);
  const running = () => fresh.cloud.executions().filter(({ status }) => status === 'RUNNING');

  test('is erased while a decision is awaited, told once, and nothing follows', async () => {
    const julia = { name: 'Julia Perez', email: 'julia@example.com' };
    const applied = await people.apply(stage, julia);
    await stage.advance({ by: 'PT1H' });
    expect(running()).not.toEqual([]);

    const { token } = applied;
    const erase = () => stage.call('POST', '/api/candidate/erasure', { token, body: {} });
    expect(await erase()).toEqual({ status: 'erasing' });
    await stage.advance({ by: 'PT1M' });
    expect(running()).toEqual([]);
    expect(await heard(julia.email)).toEqual(['acknowledgement', 'erasure-confirmed']);

    expect(await erase()).toEqual({ status: 'erasing' });
    await expect(stage.call('GET', '/api/candidate/application', { token })).rejects.toMatchObject({
      status: 404,
    });
    await expect(people.view(stage, applied)).rejects.toMatchObject({ status: 404 });

    await stage.advance({ by: 'PT30H' });
    expect(await heard(julia.email)).toEqual(['acknowledgement', 'erasure-confirmed']);
    const staff = (await stage.mails()).filter(({ to }) => !to.includes(julia.email));
    expect(staff.map(({ tags }) => tags['message'])).toEqual([]);
    const worklist = await stage.staff(people.lead, 'GET', '/api/staff/worklist?kind=shortlist');
    expect(JSON.stringify(worklist)).not.toContain(applied.applicationId);
    expect(fresh.cloud.denials()).toEqual([]);
    expect(JSON.stringify(fresh.cloud.deadLetters())).not.toContain(applied.applicationId);
  });
});
