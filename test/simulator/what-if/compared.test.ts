import { expect, test } from 'vitest';
import { compared } from '../../../simulator/what-if/compared.ts';

test('who would have heard earlier or later is counted by how much', () => {
  const answers = new Map([
    [24, 1],
    [-25, 3],
    [-47, 9],
    [-2, 2],
    [-72, 1],
  ]);
  expect(compared({ answers })).toEqual({
    earlier: 15,
    later: 1,
    shifts: new Map([
      ['3 days earlier', 1],
      ['a day earlier', 12],
      ['up to 5 h earlier', 2],
      ['a day later', 1],
    ]),
  });
  expect(compared({ answers: new Map() })).toEqual({ earlier: 0, later: 0, shifts: new Map() });
});
