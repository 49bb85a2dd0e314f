import { beforeAll, expect, test } from 'vitest';
import { writeInstant } from '../../functions/mail/formats.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { judged } from './judged.ts';
import { cloudAt } from './standing-cloud.ts';

let stage: Stage;
beforeAll(async () => {
  const { siteUrl } = await cloudAt('2026-03-02T14:05:00Z');
  stage = new Stage(siteUrl);
});

const nell = { name: 'Nell Newly', email: 'nell@example.com' };

/** Up to the decision after an interview. */
async function interviewed(): Promise<people.Applied> {
  const applied = await people.apply(stage, nell);
  await stage.advance({ by: 'PT1M' });
  const interviewId = await judged(stage, applied);
  await people.approve(stage, applied, interviewId);
  await stage.advance({ by: 'PT5M' });
  return applied;
}

test('whoever is hired is called by the date of their letter: the recruiter has it on the worklist', async () => {
  const applied = await interviewed();
  const callsOf = async () =>
    (await people.view(stage, applied)).tasks.filter(({ task }) => task === 'contract-call');
  await people.decide(stage, applied, { outcome: 'hired' });
  await stage.advance({ by: 'PT9M' });
  expect(await callsOf()).toEqual([]);

  await stage.advance({ by: 'PT2M' });
  const calls = await callsOf();
  expect(calls).toMatchObject([{ status: 'open', owner: 'ana-ruiz' }]);
  const [asked] = calls;
  if (!asked) throw new Error('nobody was asked to call');
  const { taskId, due } = asked;
  const { text } = await stage.mail('hired', nell.email);
  expect(text).toContain(`By ${writeInstant('en', 'Europe/London', due).full}, Ana Ruiz`);
  const { rows } = await stage.staff<{ rows: readonly Record<string, unknown>[] }>(
    people.recruiter,
    'GET',
    '/api/staff/worklist?kind=task',
  );
  expect(rows).toContainEqual(expect.objectContaining({ kind: 'task', task: 'contract-call', due }));

  const path = `/api/staff/tasks/${applied.applicationId}/${taskId}/done`;
  await stage.staff(people.recruiter, 'POST', path, { note: 'She begins on the first.' });
  await stage.advance({ by: 'P10D' });
  expect(await callsOf()).toMatchObject([{ status: 'done' }]);
  expect((await people.view(stage, applied)).application).toMatchObject({
    stage: 'closed',
    outcome: 'hired',
  });
});
