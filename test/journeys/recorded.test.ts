import { beforeAll, expect, test } from 'vitest';
import { scenario } from '../../simulator/what-if/scenario.ts';
import type { Fresh } from '../../local/demo/fresh-cloud.ts';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { recordedJourney } from '../../domain/journeys/recorded.ts';
import { Admin } from './admins.ts';
import { cloudAt } from './standing-cloud.ts';

let fresh: Fresh;
let stage: Stage;

beforeAll(async () => {
  fresh = await cloudAt('2026-03-02T09:00:00Z');
  stage = new Stage(fresh.siteUrl);
});

test('what was decided in closed applications is told by ids alone, latest first', async () => {
  const first = await people.apply(stage, { name: 'Julia Perez', email: 'julia@example.com' });
  await stage.advance({ by: 'PT20H' });
  await people.decide(stage, first, {
    outcome: 'declined',
    reasons: [{ code: 'experience', task: 'baking', shown: 'sales' }],
  });
  await stage.advance({ by: 'P5D' });
  const open = await people.apply(stage, { name: 'Noor Khan', email: 'noor@example.com' });
  await stage.advance({ by: 'PT1H' });

  const admin = new Admin(fresh.siteUrl, (await fresh.cloud.token('grace-okafor')) ?? '');
  const { journeys } = await admin.ask('listRecorded', 'journeys?last=5');
  expect(journeys.map(({ name }) => name)).toEqual([first.applicationId]);
  const [recorded] = journeys.map((one) => recordedJourney.parse(one));
  const { at: _, ...played } = recorded ?? {};
  expect(scenario.parse(played).acts).toEqual([
    {
      act: 'decide',
      on: 'shortlist',
      outcome: 'declined',
      after: expect.stringMatching(/^PT7(19|20)\d{2}S$/),
    },
  ]);
  expect(JSON.stringify(journeys)).not.toMatch(/julia|perez|baking|noor/i);
  expect(JSON.stringify(journeys)).not.toContain(open.applicationId);
});
