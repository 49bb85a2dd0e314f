import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOpen, mayMove, outcomeOf, stages, stagesBefore } from '../../../domain/application/stages.ts';

const any = fc.constantFrom(...stages);

describe('the stages of an application', () => {
  test.each([
    ['received', []],
    ['in-review', ['received']],
    ['shortlisted', ['in-review', 'interviewing']],
    ['interviewing', ['shortlisted', 'interviewing']],
    ['hired', ['shortlisted', 'interviewing']],
    ['declined', ['in-review', 'shortlisted', 'interviewing']],
    ['released', ['received', 'in-review', 'shortlisted', 'interviewing']],
    ['withdrawn', ['received', 'in-review', 'shortlisted', 'interviewing', 'hired', 'declined', 'released']],
    ['closed', ['hired', 'declined', 'released', 'withdrawn']],
  ] as const)('%s is reached from %j', (to, from) => {
    expect(new Set(stagesBefore(to))).toEqual(new Set(from));
  });

  test('a rule and its list say the same', () => {
    fc.assert(fc.property(any, any, (from, to) => mayMove(from, to) === stagesBefore(to).includes(from)));
  });

  test('nobody is declined before a person has looked, and nothing follows the end', () => {
    expect(mayMove('received', 'declined')).toBe(false);
    expect(stages.filter((to) => mayMove('closed', to))).toEqual([]);
  });

  test('an answered application goes nowhere but to its end, save by a withdrawal', () => {
    const answered = stages.filter((stage) => outcomeOf(stage) !== undefined);
    expect(answered).toEqual(['hired', 'declined', 'released', 'withdrawn']);
    for (const from of answered)
      expect(stages.filter((to) => mayMove(from, to))).toEqual(
        from === 'withdrawn' ? ['closed'] : ['withdrawn', 'closed'],
      );
  });

  test('an open application can be withdrawn and released at any stage', () => {
    for (const open of stages.filter(isOpen)) {
      expect(outcomeOf(open)).toBeUndefined();
      expect(mayMove(open, 'withdrawn') && mayMove(open, 'released')).toBe(true);
    }
  });

  test('an end is reached from every stage', () => {
    const reach = (from: (typeof stages)[number], seen: ReadonlySet<string> = new Set()): boolean =>
      from === 'closed' ||
      stages.some((to) => !seen.has(to) && mayMove(from, to) && reach(to, new Set([...seen, from])));
    expect(stages.every((stage) => reach(stage))).toBe(true);
  });
});
