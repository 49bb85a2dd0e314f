import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ladder, ladderOf } from '../../../domain/promises/ladder.ts';
import { allDay, calendar, calendars, local, quarters } from '../calendar/calendars.ts';
import { feedback, policies, shortlist } from './policies.ts';

const office = calendar();

/** Each rung on a line: when, what, to whom, which message, which date then holds. */
const lines = ({ rungs }: Ladder) =>
  rungs.map(({ at, action, to, message, due }) => `${at} ${action} ${to.join('+')} ${message} due ${due}`);

describe('the shortlist promise that nobody keeps', () => {
  test('elapsed: reminders at 24 h and 38 h 24 min, escalation at 43 h 12 min, delay, release at 72 h', () => {
    const ladder = ladderOf(shortlist, '2026-06-01T00:00:00Z', office);
    expect(ladder.due).toBe('2026-06-03T00:00:00.000Z');
    expect(lines(ladder)).toEqual([
      '2026-06-02T00:00:00.000Z remind owner decision-reminder due 2026-06-03T00:00:00.000Z',
      '2026-06-02T14:24:00.000Z remind owner+backup decision-reminder due 2026-06-03T00:00:00.000Z',
      '2026-06-02T19:12:00.000Z escalate lead decision-escalation due 2026-06-03T00:00:00.000Z',
      '2026-06-03T00:00:00.000Z delay candidate decision-delayed due 2026-06-04T00:00:00.000Z',
      '2026-06-03T12:00:00.000Z remind lead decision-reminder due 2026-06-04T00:00:00.000Z',
      '2026-06-03T19:12:00.000Z remind lead decision-reminder due 2026-06-04T00:00:00.000Z',
      '2026-06-04T00:00:00.000Z release candidate release due 2026-06-04T00:00:00.000Z',
    ]);
    expect(ladder.rungs.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('elapsed hours do not care that the clocks change an hour after it is made', () => {
    const { due, rungs } = ladderOf(shortlist, '2026-03-29T00:00:00Z', office);
    expect(due).toBe('2026-03-31T00:00:00.000Z');
    expect(rungs[1]?.at).toBe('2026-03-30T14:24:00.000Z');
  });

  test('business: the weekend and the holiday on Monday do not count', () => {
    const week = calendar({ workday: allDay, holidays: ['2026-08-31'] });
    const at = (dateTime: string) => local(dateTime, 'Europe/London');
    const policy = { ...shortlist, clock: 'business' as const };
    expect(ladderOf(policy, at('2026-08-28T16:50'), week).rungs.map((rung) => rung.at)).toEqual([
      at('2026-09-01T16:50'),
      at('2026-09-02T07:14'),
      at('2026-09-02T12:02'),
      at('2026-09-02T16:50'),
      at('2026-09-03T04:50'),
      at('2026-09-03T12:02'),
      at('2026-09-03T16:50'),
    ]);
  });

  test('three extensions tell three new dates before the release', () => {
    const policy = { ...shortlist, extension: { ...shortlist.extension, times: 3 } };
    const told = ladderOf(policy, '2026-06-01T00:00:00Z', office).rungs.filter(
      ({ to }) => to[0] === 'candidate',
    );
    expect(told.map(({ at, action, due }) => [at.slice(8, 10), action, due.slice(8, 10)])).toEqual([
      ['03', 'delay', '04'],
      ['04', 'delay', '05'],
      ['05', 'delay', '06'],
      ['06', 'release', '06'],
    ]);
  });
});

describe('the feedback one interviewer owes', () => {
  test('ends at its deadline without a word', () => {
    const { rungs } = ladderOf(feedback, '2026-06-01T08:00:00Z', calendar({ workday: allDay }));
    expect(rungs.at(-1)).toEqual({
      index: 2,
      at: '2026-06-03T08:00:00.000Z',
      action: 'release',
      to: [],
      message: null,
      due: '2026-06-03T08:00:00.000Z',
    });
  });

  test('a promise made late leaves out what would already have happened, except to the candidate', () => {
    const from = '2026-06-01T00:00:00Z';
    const actions = (openedAt: string) =>
      ladderOf(shortlist, from, office, { openedAt }).rungs.map(({ action, index }) => `${index} ${action}`);
    expect(actions('2026-06-02T14:24:00Z')).toEqual([
      '0 escalate',
      '1 delay',
      '2 remind',
      '3 remind',
      '4 release',
    ]);
    expect(actions('2026-06-03T18:00:00Z')).toEqual(['0 delay', '1 remind', '2 release']);
    expect(actions('2026-06-09T00:00:00Z')).toEqual(['0 delay', '1 release']);
  });
});

describe('the backstop', () => {
  const anchor = '2026-06-01T00:00:00Z';

  test('cuts off an extension and makes its end the release', () => {
    const ladder = ladderOf({ ...shortlist, backstop: 'PT60H' }, anchor, office);
    expect(lines(ladder).slice(3)).toEqual([
      '2026-06-03T00:00:00.000Z delay candidate decision-delayed due 2026-06-03T12:00:00.000Z',
      '2026-06-03T06:00:00.000Z remind lead decision-reminder due 2026-06-03T12:00:00.000Z',
      '2026-06-03T09:36:00.000Z remind lead decision-reminder due 2026-06-03T12:00:00.000Z',
      '2026-06-03T12:00:00.000Z release candidate release due 2026-06-03T12:00:00.000Z',
    ]);
  });

  test('counts from the anchor, not from the start of the clock', () => {
    const ladder = ladderOf({ ...shortlist, backstop: 'P45D' }, '2026-07-14T12:00:00Z', office, { anchor });
    expect(ladder.due).toBe('2026-07-16T00:00:00.000Z');
    expect(ladder.rungs.at(-1)).toMatchObject({ at: ladder.due, action: 'release' });
  });

  test('that leaves almost no opening time still keeps the steps apart', () => {
    const remind = { action: 'remind' as const, to: ['owner' as const], message: 'decision-reminder' };
    const ladder = [0.5, 0.6, 0.9].map((at) => ({ ...remind, at }));
    // From Friday at closing time to four milliseconds after Monday's opening.
    const policy = { ...shortlist, clock: 'business' as const, ladder, backstop: 'PT64H0.004S' };
    const { rungs } = ladderOf(policy, local('2026-06-05T17:00', 'Europe/London'), office);
    expect(rungs.map(({ at, action }) => `${at} ${action}`)).toEqual([
      '2026-06-08T08:00:00.002Z remind',
      '2026-06-08T08:00:00.004Z release',
    ]);
  });

  test('that is over already releases at once and reminds nobody', () => {
    const ladder = ladderOf({ ...shortlist, backstop: 'P45D' }, '2026-08-01T00:00:00Z', office, { anchor });
    expect(lines(ladder)).toEqual([
      '2026-07-16T00:00:00.000Z release candidate release due 2026-07-16T00:00:00.000Z',
    ]);
  });
});

test('every ladder is in strict order, tells each new date, and ends in the one release', () => {
  fc.assert(
    fc.property(policies, quarters, calendars, (policy, from, calendar) => {
      const { due, rungs } = ladderOf(policy, from, calendar);
      const instants = rungs.map(({ at }) => at);
      expect(new Set(instants).size).toBe(instants.length);
      expect(instants.toSorted()).toEqual(instants);
      expect(rungs.map(({ index }) => index)).toEqual(rungs.keys().toArray());

      const told = rungs.filter(({ action }) => action === 'delay' || action === 'release');
      expect(told.map(({ at }) => at)).toEqual([due, ...told.slice(0, -1).map((delay) => delay.due)]);
      expect(told.map(({ action }) => action)).toEqual([...told.slice(1).map(() => 'delay'), 'release']);
      expect(rungs.at(-1)?.action).toBe('release');
      expect(told.length).toBeLessThanOrEqual(policy.extension.times + 1);
      expect(told.every(({ to, message }) => to[0] === 'candidate' && message !== null)).toBe(true);

      const early = rungs.filter(({ action }) => action === 'remind');
      expect(early.every(({ at, due }) => at > from && at < due)).toBe(true);
      const capped = told.length <= policy.extension.times;
      const steps = policy.ladder.length + (told.length - 1) * policy.extension.ladder.length;
      expect(capped ? early.length <= steps : early.length === steps).toBe(true);
    }),
    { numRuns: 200 },
  );
});

describe('a date that was agreed on', () => {
  test('is promised as it is; the time until then passes day and night, extensions on the clock of the policy', () => {
    const policy = {
      ...shortlist,
      clock: 'business' as const,
      extension: { ...shortlist.extension, within: 'P1D' },
    };
    const until = '2026-06-05T09:00:00.000Z';
    const { due, rungs } = ladderOf(policy, '2026-06-04T19:00:00.000Z', office, { until });
    expect(due).toBe(until);
    expect(rungs.map(({ at, action }) => `${at} ${action}`)).toEqual([
      '2026-06-05T02:00:00.000Z remind',
      '2026-06-05T06:12:00.000Z remind',
      '2026-06-05T07:36:00.000Z escalate',
      '2026-06-05T09:00:00.000Z delay',
      expect.stringMatching(/remind$/),
      expect.stringMatching(/remind$/),
      '2026-06-08T09:00:00.000Z release',
    ]);
  });
});
