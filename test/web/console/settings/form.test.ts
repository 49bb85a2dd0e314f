import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settings as settingsSchema } from '../../../../domain/settings/settings.ts';
import { durationOf, durationWords, lengthOf } from '../../../../web/console/settings/duration-text.ts';
import { daysOf, daysText, hoursOf, hoursText } from '../../../../web/console/settings/lines.ts';
import { changesBetween, replacedAt, valueAt } from '../../../../web/console/settings/raw.ts';

const shipped: unknown = JSON.parse(readFileSync('workflows/settings.json', 'utf8'));

describe('a value at its place', () => {
  test('is read, replaced, added and taken out, and nothing else changes', () => {
    const place = ['promises', 'shortlist', 'ladder', 1, 'at'];
    expect(valueAt(shipped, place)).toBe(0.8);
    const edited = replacedAt(shipped, place, 0.7);
    expect(valueAt(edited, place)).toBe(0.7);
    expect(changesBetween(shipped, edited)).toEqual([
      { place: ['promises', 'shortlist', 'ladder', '1', 'at'], before: 0.8, after: 0.7 },
    ]);
    expect(replacedAt(edited, place, 0.8)).toEqual(shipped);

    const added = replacedAt(shipped, ['staff', 5], { id: 'new' });
    expect(valueAt(added, ['staff', 5, 'id'])).toBe('new');
    expect(replacedAt(added, ['staff', 5], undefined)).toEqual(shipped);

    const bounded = replacedAt(shipped, ['promises', 'shortlist', 'backstop'], 'P30D');
    expect(replacedAt(bounded, ['promises', 'shortlist', 'backstop'], undefined)).toEqual(shipped);
  });

  test('is not there where nothing leads', () => {
    expect(valueAt(shipped, ['promises', 'lunch', 'within'])).toBeUndefined();
    expect(valueAt(undefined, ['a'])).toBeUndefined();
  });

  test('is taken out of the middle of a list', () => {
    expect(replacedAt({ list: ['a', 'b', 'c'] }, ['list', 1], undefined)).toEqual({ list: ['a', 'c'] });
  });
});

test('a list that has grown is one change, whatever its entries say', () => {
  expect(changesBetween({ a: [1, 2] }, { a: [3, 4, 5] })).toEqual([
    { place: ['a'], before: [1, 2], after: [3, 4, 5] },
  ]);
  expect(changesBetween(shipped, shipped)).toEqual([]);
});

describe('a length of time', () => {
  test.each(['PT48H', 'PT10M', 'P2D', 'P6W', 'P6M', 'P1Y'])('%s goes through the form unchanged', (iso) => {
    const length = lengthOf(iso);
    expect(length && durationOf(length)).toBe(iso);
  });

  test('of several units is left to be written by hand', () => {
    expect(lengthOf('P1DT6H')).toBeUndefined();
    expect(durationWords('P1DT6H')).toBe('P1DT6H');
    expect(durationWords('PT48H')).toBe('48 hours');
    expect(durationWords('P1D')).toBe('1 day');
  });
});

describe('lines', () => {
  test('hours go to and fro', () => {
    const text = '09:00-12:00, 13:00-17:00';
    expect(hoursText(hoursOf(text))).toBe(text);
    expect(hoursOf('09:00 – 17:00')).toEqual([{ from: '09:00', to: '17:00' }]);
    expect(hoursOf('  ')).toEqual([]);
    expect(hoursOf('9 to 5')).toBeUndefined();
    expect(hoursOf('09:00-12:00,')).toBeUndefined();
  });

  test('days go to and fro', () => {
    expect(daysText(daysOf('2026-12-24, 2026-12-31'))).toBe('2026-12-24, 2026-12-31');
    expect(daysOf('')).toEqual([]);
    expect(daysOf('Christmas')).toBeUndefined();
  });

  test('the shipped hours are what the line says', () => {
    const monday = valueAt(shipped, ['calendar', 'opening', 'monday']);
    expect(hoursOf(hoursText(monday))).toEqual(settingsSchema.parse(shipped).calendar.opening.monday);
  });
});
