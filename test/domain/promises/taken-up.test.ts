import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ladderOf, takenUp } from '../../../domain/promises/ladder.ts';
import { calendar, calendars, quarters } from '../calendar/calendars.ts';
import { policies, shortlist } from './policies.ts';

const office = calendar();
const from = '2026-06-01T00:00:00.000Z';
const { rungs } = ladderOf(shortlist, from, office);
const promise = { policy: shortlist, calendar: office, from };
const lines = (how: Parameters<typeof takenUp>[2]): string[] =>
  takenUp(promise, rungs, how)
    .filter(({ index }) => index > how.taken)
    .map(({ index, at, action, due }) => `${index} ${at.slice(8, 16)} ${action} ${due.slice(8, 16)}`);

describe('a ladder that is taken up again', () => {
  test('stays as it is when nothing was missed', () => {
    expect(takenUp(promise, rungs, { taken: 0, at: '2026-06-02T10:00:00.000Z' })).toEqual(rungs);
  });

  test('sends the last of the reminders that were missed', () => {
    expect(lines({ taken: -1, at: '2026-06-02T20:00:00.000Z' })).toEqual([
      '0 02T19:12 escalate 03T00:00',
      '1 03T00:00 delay 04T00:00',
      '2 03T12:00 remind 04T00:00',
      '3 03T19:12 remind 04T00:00',
      '4 04T00:00 release 04T00:00',
    ]);
  });

  test('acts at once on a deadline that has passed, and moves those after it along', () => {
    expect(lines({ taken: 1, at: '2026-06-05T06:00:00.000Z' })).toEqual([
      '2 05T06:00 delay 06T06:00',
      '3 05T18:00 remind 06T06:00',
      '4 06T01:12 remind 06T06:00',
      '5 06T06:00 release 06T06:00',
    ]);
    expect(lines({ taken: 3, at: '2026-06-05T06:00:00.000Z' })).toEqual(['4 05T06:00 release 05T06:00']);
  });

  test('keeps to a later date that the candidate was told meanwhile', () => {
    const told = '2026-06-03T12:00:00.000Z';
    expect(lines({ taken: 2, told, at: '2026-06-02T12:00:00.000Z' })).toEqual([
      '3 03T00:00 remind 03T12:00',
      '4 03T07:12 remind 03T12:00',
      '5 03T12:00 delay 04T12:00',
      '6 04T00:00 remind 04T12:00',
      '7 04T07:12 remind 04T12:00',
      '8 04T12:00 release 04T12:00',
    ]);
  });

  test('whenever that is: rungs in order, no date that is past, one release at the end, no more deadlines', () => {
    fc.assert(
      fc.property(
        policies,
        quarters,
        calendars,
        fc.nat({ max: 400 }),
        fc.nat({ max: 9 }),
        (policy, start, where, hours, steps) => {
          const ladder = ladderOf(policy, start, where).rungs;
          const taken = Math.min(steps, ladder.length - 1) - 1;
          const at = new Date(Date.parse(start) + hours * 3_600_000).toISOString();
          const all = takenUp({ policy, calendar: where, from: start }, ladder, { taken, at });
          expect(all.map(({ index }) => index)).toEqual(all.keys().toArray());
          expect(all.slice(0, taken + 1)).toEqual(ladder.slice(0, taken + 1));
          const left = all.slice(taken + 1);
          expect(left.map((rung) => rung.at)).toEqual(left.map((rung) => rung.at).toSorted());
          const ends = (rung: { action: string }): boolean =>
            rung.action === 'delay' || rung.action === 'release';
          expect(left.filter(ends).every((rung) => rung.at >= at)).toBe(true);
          expect(left.filter(ends).length).toBeLessThanOrEqual(ladder.slice(taken + 1).filter(ends).length);
          expect(left.findIndex(({ action }) => action === 'release')).toBe(left.length - 1);
          expect(left.filter((rung) => !ends(rung) && rung.at <= at).length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
