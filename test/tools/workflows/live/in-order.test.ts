import { expect, test } from 'vitest';
import { inOrderOf } from '../../../../tools/workflows/live/in-order.ts';

test('members stand as in the other value, new ones behind them; lists stay as they are', () => {
  const live = {
    new: 1,
    interests: { fr: 'Livres', en: 'Books' },
    days: [
      { to: 2, from: 1 },
      { b: 0, a: 0 },
    ],
  };
  const file = { days: [{ from: 9, to: 9 }], gone: 0, interests: { en: 'Book', fr: 'Livre' } };
  expect(JSON.stringify(inOrderOf(live, file))).toBe(
    '{"days":[{"from":1,"to":2},{"a":0,"b":0}],"interests":{"en":"Books","fr":"Livres"},"new":1}',
  );
});

test('what differs in nothing else is the same text then', () => {
  const file = { es: { role: 'x', hours: 'y' }, fr: [null, true, 'z'] };
  const live = { fr: [null, true, 'z'], es: { hours: 'y', role: 'x' } };
  expect(JSON.stringify(inOrderOf(live, file))).toBe(JSON.stringify(file));
});
