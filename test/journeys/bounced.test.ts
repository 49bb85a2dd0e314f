import { beforeAll, expect, test } from 'vitest';
import * as people from '../../local/demo/people.ts';
import { Stage } from '../../local/demo/stage.ts';
import { cloudAt } from './standing-cloud.ts';

const vera = { name: 'Vera Blume', email: 'bounce+vera@simulator.amazonses.com' };
let stage: Stage;
beforeAll(async () => {
  const fresh = await cloudAt('2026-03-03T14:05:00Z');
  stage = new Stage(fresh.siteUrl);
});

/** What the recruiter is to tell in a call, by application. */
async function calls(applied: people.Applied): Promise<(string | undefined)[][]> {
  const { tasks } = await people.view(stage, applied);
  return tasks
    .filter(({ task, status }) => task === 'call-bounced' && status === 'open')
    .map(({ tells = [] }) => tells.map((key) => key.split('.')[0]));
}

/** What the recruiter was mailed of calls about an application, the first first. */
async function wordOfCalls({ applicationId }: people.Applied): Promise<(string | undefined)[]> {
  const about = (await stage.mails()).filter(
    ({ tags }) => tags['application'] === applicationId && tags['message'] === 'task-raised',
  );
  return about
    .filter(({ to }) => to.includes('ana.ruiz@shopwithus.example'))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
    .map(({ text }) => /who does not know (.+?) yet/.exec(text)?.[1]);
}

async function ticksOff(applied: people.Applied): Promise<void> {
  const { tasks } = await people.view(stage, applied);
  const taskId = tasks.find(({ status }) => status === 'open')?.taskId ?? '';
  const path = `/api/staff/tasks/${applied.applicationId}/${taskId}/done`;
  await stage.staff(people.recruiter, 'POST', path, { note: 'I called.' });
}

test('each message that no mail can bring is told in a call, by somebody who was asked to', async () => {
  const applied = await people.apply(stage, vera);
  await stage.advance({ by: 'PT10M' });
  expect(await calls(applied)).toEqual([['acknowledgement']]);
  await ticksOff(applied);
  expect(await calls(applied)).toEqual([]);

  await stage.advance({ by: 'P1D' });
  const reasons = [{ code: 'skill', skill: 'stock control', evidence: 'an example of it' }];
  await people.decide(stage, applied, { outcome: 'declined', reasons });
  await stage.advance({ by: 'P8D' });
  const { application, messages } = await people.view(stage, applied);
  expect(application).toMatchObject({ stage: 'closed', outcome: 'declined' });
  expect(messages).toContainEqual(expect.objectContaining({ message: 'decline', status: 'held-back' }));
  expect(await calls(applied)).toEqual([['decline']]);
  expect(await wordOfCalls(applied)).toEqual(['that we have the application', 'of our decline']);
});

test('whoever’s address bounced, and applies again, is called about that application, too', async () => {
  const again = await people.apply(stage, vera);
  await stage.advance({ by: 'PT10M' });
  expect(await calls(again)).toEqual([['acknowledgement']]);
  await stage.advance({ by: 'PT73H' });
  expect(await calls(again)).toEqual([['release', 'decision-delayed', 'acknowledgement']]);
  expect(await wordOfCalls(again)).toEqual([
    'that we have the application',
    'of the new date',
    'that we gave no decision',
  ]);
});
