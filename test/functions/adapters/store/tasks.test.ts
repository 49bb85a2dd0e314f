import { beforeAll, describe, expect, it } from 'vitest';
import { NotAllowed, NotFound } from '../../../../domain/steps/errors.ts';
import { listEvents } from '../../../../functions/adapters/store/events.ts';
import { finishTask } from '../../../../functions/adapters/store/finish-task.ts';
import { listTasks, raiseTask } from '../../../../functions/adapters/store/tasks.ts';
import { seedApplication } from '../../api/applications.ts';
import { useTable } from '../../dynamodb.ts';
import { queued } from '../../queued.ts';

const table = useTable();
const applicationId = '01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
const raised = {
  applicationId,
  task: 'welcome-call',
  subject: '1',
  due: '2026-03-03T09:00:00.000Z',
  owner: 'ana-ruiz',
  at: '2026-03-02T09:00:00.000Z',
} as const;
const taskId = 'welcome-call-1';
beforeAll(() => seedApplication(table(), applicationId, 'sales-assistant-leeds'));

const done = { by: 'ana-ruiz', at: '2026-03-02T10:00:00.000Z', note: 'reached her' };

describe('a task', () => {
  it('is raised once, waits in the worklist and leaves it when it is done', async () => {
    const [first, second] = await Promise.all([
      raiseTask(table(), raised),
      raiseTask(table(), { ...raised, due: '2026-03-04T09:00:00.000Z', at: '2026-03-02T09:00:01.000Z' }),
    ]);
    expect(second).toEqual(first);
    expect(await queued(table(), 'task')).toEqual([`${first.due}#${applicationId}#${taskId}`]);

    await finishTask(table(), { applicationId, taskId }, done);

    expect(await queued(table(), 'task')).toEqual([]);
    expect(await listTasks(table(), applicationId)).toMatchObject([
      { taskId, status: 'done', doneBy: 'ana-ruiz', doneAt: done.at, note: 'reached her', version: 2 },
    ]);
    expect((await listEvents(table(), applicationId)).map(({ type }) => type)).toEqual([
      'TaskRaised',
      'TaskDone',
    ]);
  });

  it('is not done twice: the second one hears who was first', async () => {
    const again = finishTask(table(), { applicationId, taskId }, { by: 'ben-cole', at: done.at });
    await expect(again).rejects.toThrow(NotAllowed);
    await expect(again).rejects.toThrow('ana-ruiz');
  });

  it('keeps to its end when raised again', async () => {
    expect(await raiseTask(table(), raised)).toMatchObject({ status: 'done' });
    expect(await queued(table(), 'task')).toEqual([]);
  });

  it('must exist to be done', async () => {
    const missing = finishTask(table(), { applicationId, taskId: 'attention-9' }, done);
    await expect(missing).rejects.toThrow(NotFound);
  });
});
