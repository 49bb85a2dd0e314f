import { expect, it } from 'vitest';
import { audienceOf, categoryOf, messageNames } from '../../../domain/messages/messages.ts';
import { mustBeTold } from '../../../domain/letters/may-send.ts';
import { callAbout, toldBy } from '../../../domain/tasks/call.ts';
import { finish, task } from '../../../domain/tasks/task.ts';
import type { Task } from '../../../domain/tasks/task.ts';

const applicationId = '01JNBZ3V4W5X6Y7Z8A9B0C1D2E';
const untold = (key: string, day: number) => ({
  applicationId,
  key,
  at: `2026-03-0${day}T09:00:00.000Z`,
  due: `2026-03-0${day + 1}T09:00:00.000Z`,
  owner: 'ana-ruiz',
});

/** The task that is opened, as the store would read it again. */
function asked(known: readonly Task[], of: ReturnType<typeof untold>): Task {
  const { opened } = callAbout(known, of);
  return task.parse(opened);
}

it('one call tells all that is still open, the newest first, by the earliest date', () => {
  const first = asked([], untold('acknowledgement.candidate.1', 2));
  expect(first).toMatchObject({ taskId: 'call-bounced-acknowledgement-candidate-1', status: 'open' });
  const { opened, replaced } = callAbout([first], untold('decline.candidate.1', 3));
  expect(replaced).toMatchObject([{ taskId: first.taskId, status: 'done', doneBy: 'system', version: 2 }]);
  expect(opened).toMatchObject({
    due: first.due,
    tells: ['decline.candidate.1', 'acknowledgement.candidate.1'],
  });
  expect(opened && toldBy(opened)).toEqual(['decline', 'acknowledgement']);
});

it('what was told already is not told again', () => {
  const first = asked([], untold('acknowledgement.candidate.1', 2));
  const done = finish(first, { by: 'ana-ruiz', at: '2026-03-02T10:00:00.000Z' });
  expect(callAbout([done], untold('decline.candidate.1', 3))).toMatchObject({
    opened: { due: '2026-03-04T09:00:00.000Z', tells: ['decline.candidate.1'] },
    replaced: [],
  });
  expect(callAbout([done], untold('acknowledgement.candidate.1', 4))).toEqual({ replaced: [] });
});

it('a call that a workflow asks for is left alone: what it tells is not known', () => {
  const bare = { ...asked([], untold('acknowledgement.candidate.1', 2)), tells: undefined };
  expect(callAbout([bare], untold('decline.candidate.1', 3)).replaced).toEqual([]);
  expect(toldBy(bare)).toEqual([]);
});

it('fits the longest key of the ledger', () => {
  const key = `decline-after-interview.candidate.${'x'.repeat(120)}`;
  expect(asked([], untold(key, 2)).subject).toBe(key);
});

it('whatever is written to a candidate must be told, but marketing, the survey and word of their own doing', () => {
  const told = messageNames.filter((name) => mustBeTold(name, {}));
  const transactional = messageNames.filter(
    (name) => audienceOf(name) === 'candidate' && categoryOf(name) === 'transactional',
  );
  expect(transactional.filter((name) => !told.includes(name))).toEqual([
    'question-received',
    'withdrawal-confirmed',
    'erasure-confirmed',
    'fresh-link',
    'survey',
  ]);
  expect(told.filter((name) => !transactional.includes(name))).toEqual([]);
  expect(messageNames.filter((name) => mustBeTold(name, { outcome: 'withdrawn' }))).toEqual([]);
});
