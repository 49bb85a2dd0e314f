import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, hoursBetween, taskDue, weekAfter } from '../../../domain/letters/dates.ts';
import { firstNameOf, shortNameOf } from '../../../domain/letters/frames.ts';
import { settings, submittedAt } from './facts.ts';

const instants = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the dates in a letter', () => {
  test('the week after an instant begins with its Monday, in one to seven days', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const monday = new Date(`${weekAfter(at, settings)}T00:00:00Z`);
        const days = (monday.getTime() - Date.parse(at)) / 86_400_000;
        expect(monday.getUTCDay()).toBe(1);
        // An hour of summer time, and the hours of the day itself.
        expect(days > -1 / 24 && days <= 7 + 1 / 24).toBe(true);
      }),
    );
  });

  test('days are those of the company: on a summer night it is tomorrow already', () => {
    expect(weekAfter('2026-06-28T22:59:59.000Z', settings)).toBe('2026-06-29');
    expect(weekAfter('2026-06-28T23:00:00.000Z', settings)).toBe('2026-07-06');
    expect(dayAfter('2026-06-28T23:00:00.000Z', 'P1D', settings)).toBe('2026-06-30');
  });

  test('a task has one working day: from Friday noon to Monday noon', () => {
    expect(taskDue(settings, '2026-03-06T12:00:00.000Z')).toBe('2026-03-09T12:00:00.000Z');
  });

  test('hours are whole and never below none', () => {
    expect(hoursBetween(submittedAt, '2026-03-02T10:59:59.999Z')).toBe(1);
    expect(hoursBetween(submittedAt, '2026-03-02T08:00:00.000Z')).toBe(0);
  });
});

describe('the name of a candidate', () => {
  test.each([
    ['Julia María Pérez', 'Julia', 'Julia P.'],
    ['  Julia   perez ', 'Julia', 'Julia P.'],
    ['Prince', 'Prince', 'Prince'],
  ])('%s is %s to themselves and %s to colleagues', (name, first, short) => {
    expect(firstNameOf(name)).toBe(first);
    expect(shortNameOf(name)).toBe(short);
  });
});
