import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  gateKinds,
  gateOutcome,
  isUndoable,
  maySettle,
  releases,
  stageAfter,
} from '../../../domain/application/gate.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import { isOpen, outcomeOf } from '../../../domain/application/stages.ts';
import { gateId } from '../../../domain/ids.ts';
import { kinds } from './gates.ts';

const outcomes = fc.constantFrom(...gateOutcome.options);

describe('what closes a gate', () => {
  test.each([
    ['shortlist', ['shortlisted', 'declined']],
    ['interview-date', ['declined', 'scheduled']],
    ['feedback', ['given']],
    ['approval', ['approved']],
    ['next-step', ['declined', 'another-interview', 'hired']],
    ['question', ['answered', 'called']],
    ['interview', []],
    ['offer-pause', []],
    ['survey-pause', []],
  ] as const)('a person may settle a %s as %j and nothing else', (kind, allowed) => {
    expect(new Set(gateOutcome.options.filter((outcome) => maySettle(kind, outcome)))).toEqual(
      new Set(allowed),
    );
  });

  test('a release or a withdrawal is never a decision of the staff', () => {
    fc.assert(
      fc.property(kinds, (kind) => {
        expect(maySettle(kind, 'released') || maySettle(kind, 'withdrawn')).toBe(false);
        expect(maySettle(kind, 'toString')).toBe(false);
      }),
    );
  });
});

describe('the stage after a gate', () => {
  test('a withdrawal ends the application at any gate', () => {
    fc.assert(fc.property(kinds, (kind) => stageAfter(kind, 'withdrawn') === 'withdrawn'));
  });

  test('a release ends the application where the candidate waited for its fate, and only there', () => {
    expect(gateKinds.filter(releases)).toEqual(['shortlist', 'interview-date', 'next-step']);
    fc.assert(
      fc.property(
        kinds,
        (kind) => stageAfter(kind, 'released') === (releases(kind) ? 'released' : undefined),
      ),
    );
  });

  test('ends the application only when somebody or the timer decided its fate', () => {
    fc.assert(
      fc.property(kinds, outcomes, (kind, outcome) => {
        const stage = stageAfter(kind, outcome);
        const ended = stage !== undefined && !isOpen(stage);
        expect(!ended || ['declined', 'hired', 'released', 'withdrawn'].includes(outcome)).toBe(true);
        expect(ended ? outcomeOf(stage) : undefined).toBe(ended ? stage : undefined);
      }),
    );
  });

  test('an interview that was fixed, or asked for once more, moves the application on', () => {
    expect(stageAfter('interview-date', 'scheduled')).toBe('interviewing');
    expect(stageAfter('next-step', 'another-interview')).toBe('shortlisted');
    expect(stageAfter('approval', 'approved')).toBeUndefined();
  });
});

describe('undo', () => {
  test('is for decisions about a person, not for facts', () => {
    expect(gateKinds.filter(isUndoable)).toEqual(['shortlist', 'next-step']);
  });
});

describe('the id of a gate', () => {
  test('is the same for the same kind and subject, and fits the contract', () => {
    expect(gateIdOf('interview-date', '2')).toBe('interview-date-2');
    const longest = gateIdOf('feedback', `${'0'.repeat(26)}.${'a'.repeat(24)}`);
    expect(gateId.safeParse(longest).success).toBe(true);
  });
});
