import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { screen } from '../../../domain/screening/screen.ts';

const criteria = [
  { id: 'forklift', question: 'Do you hold a licence?', text: 'You hold a forklift licence', expected: true },
  {
    id: 'smoker',
    question: 'Do you need breaks to smoke?',
    text: 'You work in a dry store',
    expected: false,
  },
];

describe('screening', () => {
  test.each([
    [{ forklift: true, smoker: false }, [true, true], true],
    [{ forklift: true, smoker: true }, [true, false], false],
    [{ forklift: false, smoker: false }, [false, true], false],
    [{ forklift: true }, [true, 'unknown'], false],
    [{}, ['unknown', 'unknown'], false],
    [{ forklift: true, smoker: false, car: false }, [true, true], true],
  ])('of %j gives %j', (answers: Record<string, boolean>, met, meetsAll) => {
    const screening = screen(criteria, answers);
    expect(screening.met).toEqual([
      { id: 'forklift', met: met[0] },
      { id: 'smoker', met: met[1] },
    ]);
    expect(screening.meetsAll).toBe(meetsAll);
  });

  test('of a job without criteria does not claim that they are met', () => {
    expect(screen([], { forklift: true })).toEqual({ met: [], meetsAll: false });
  });

  test('never takes an inherited property for an answer', () => {
    const odd = [{ id: 'constructor', question: '?', text: '?', expected: true }];
    expect(screen(odd, {}).met).toEqual([{ id: 'constructor', met: 'unknown' }]);
  });

  test('says which criteria are met and nothing that could rank or decline', () => {
    const answers = fc.dictionary(fc.constantFrom('forklift', 'smoker', 'car'), fc.boolean());
    fc.assert(
      fc.property(answers, (answers) => {
        const screening = screen(criteria, answers);
        expect(Object.keys(screening).toSorted()).toEqual(['meetsAll', 'met']);
        expect(screening.met.every((one) => Object.keys(one).join() === 'id,met')).toBe(true);
        expect(screening.meetsAll).toBe(answers['forklift'] === true && answers['smoker'] === false);
      }),
    );
  });
});
