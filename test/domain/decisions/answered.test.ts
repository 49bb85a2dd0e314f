import { expect, it } from 'vitest';
import { answered } from '../../../domain/decisions/answered.ts';

const criterion = (id: string, expected: boolean) => ({ id, question: `${id}?`, text: id, expected });

it('sets each criterion beside its answer, and says nothing of one that was never asked', () => {
  const criteria = [criterion('weekends', true), criterion('nights', false), criterion('licence', true)];
  const rows = answered(criteria, { weekends: false, nights: false });
  expect(rows.map(({ id, answer, met }) => ({ id, answer, met }))).toEqual([
    { id: 'weekends', answer: false, met: false },
    { id: 'nights', answer: false, met: true },
    { id: 'licence', answer: null, met: null },
  ]);
});
