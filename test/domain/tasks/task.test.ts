import { expect, it } from 'vitest';
import { finish, task, taskIdOf } from '../../../domain/tasks/task.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';

const open = task.parse({
  applicationId: '01JNBZ3V4W5X6Y7Z8A9B0C1D2E',
  taskId: 'answer-owed-shortlist-1',
  task: 'answer-owed',
  subject: 'shortlist-1',
  status: 'open',
  version: 1,
  due: '2026-03-05T09:00:00.000Z',
  owner: 'ana-ruiz',
  raisedAt: '2026-03-04T09:00:00.000Z',
});
const done = { by: 'omar-haddad', at: '2026-03-04T10:00:00.000Z' };

it('the same kind and subject is the same task', () => {
  expect(taskIdOf('answer-owed', 'shortlist-1')).toBe(open.taskId);
  expect(taskIdOf('approve-feedback', '01JNBZ3V4W5X6Y7Z8A9B0C1D2F.tom-becker')).toBe(
    'approve-feedback-01JNBZ3V4W5X6Y7Z8A9B0C1D2F-tom-becker',
  );
});

it('a task is done once, and says by whom', () => {
  const finished = task.parse(finish(open, { ...done, note: 'called' }));
  expect(finished).toMatchObject({ status: 'done', doneBy: 'omar-haddad', note: 'called', version: 2 });
  expect(() => finish(finished, done)).toThrow(NotAllowed);
  expect(() => finish(finished, done)).toThrow('omar-haddad');
});
