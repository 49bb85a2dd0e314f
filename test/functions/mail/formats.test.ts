import { describe, expect, test } from 'vitest';
import {
  writeDay,
  writeHours,
  writeInstant,
  writeLength,
  writeList,
  writeMoney,
  writePercent,
} from '../../../functions/mail/formats.ts';
import { dialled } from '../../../domain/messages/telephone.ts';

const instant = '2026-03-05T13:00:00Z';

describe('an instant', () => {
  test('names its weekday, year and zone in every language', () => {
    expect(writeInstant('en', 'America/New_York', instant).full).toBe(
      'Thursday 5 March 2026, 8 am (New York time)',
    );
    expect(writeInstant('es', 'Europe/Madrid', instant).full).toBe(
      'jueves 5 de marzo de 2026, 14:00 (hora de Madrid)',
    );
    expect(writeInstant('fr', 'Europe/Paris', instant).full).toBe(
      'jeudi 5 mars 2026 à 14\u00a0h (heure de Paris)',
    );
  });

  test('has shorter forms', () => {
    expect(writeInstant('en', 'Europe/Madrid', instant)).toMatchObject({
      moment: 'Thursday 5 March, 2 pm',
      date: 'Thursday 5 March',
      short: 'Thu 5 Mar',
      time: '2 pm',
    });
    expect(writeInstant('es', 'Europe/Madrid', instant)).toMatchObject({
      moment: 'jueves 5 de marzo, 14:00',
      date: 'jueves 5 de marzo',
      short: 'jue 5 mar',
      time: '14:00',
    });
    expect(writeInstant('fr', 'Europe/Madrid', instant)).toMatchObject({
      moment: 'jeudi 5 mars à 14\u00a0h',
      date: 'jeudi 5 mars',
      short: 'jeu. 5 mars',
      time: '14\u00a0h',
    });
  });

  test('keeps its minutes, and says noon', () => {
    const time = (locale: 'en' | 'es' | 'fr', at: string) => writeInstant(locale, 'UTC', at).time;
    expect(time('en', '2026-03-05T09:05:00Z')).toBe('9:05 am');
    expect(time('es', '2026-03-05T09:05:00Z')).toBe('9:05');
    expect(time('fr', '2026-03-05T09:05:00Z')).toBe('9\u00a0h\u00a005');
    expect(time('en', '2026-03-05T12:00:00Z')).toBe('12 noon');
    expect(time('en', '2026-03-05T00:30:00Z')).toBe('12:30 am');
    expect(time('es', '2026-03-05T00:00:00Z')).toBe('0:00');
  });

  test('is a day later where it is a day later, and follows summer time', () => {
    expect(writeInstant('en', 'Asia/Tokyo', '2026-03-05T16:00:00Z').moment).toBe('Friday 6 March, 1 am');
    expect(writeInstant('en', 'Europe/Madrid', '2026-03-29T00:30:00Z').time).toBe('1:30 am');
    expect(writeInstant('en', 'Europe/Madrid', '2026-03-29T01:30:00Z').time).toBe('3:30 am');
  });

  test('calls a zone by its city as the language spells it', () => {
    const zone = (locale: 'en' | 'es' | 'fr', name: string) =>
      /\((.*)\)/.exec(writeInstant(locale, name, instant).full)?.[1];
    expect(zone('en', 'America/Mexico_City')).toBe('Mexico City time');
    expect(zone('es', 'America/New_York')).toBe('hora de Nueva York');
    expect(zone('fr', 'Europe/Amsterdam')).toBe('heure d’Amsterdam');
    expect(zone('fr', 'Africa/Cairo')).toBe('heure du Caire');
    expect(zone('es', 'UTC')).toBe('UTC');
  });
});

test('a calendar day is the same everywhere; in French the first is an ordinal', () => {
  expect(writeDay('en', '2026-06-30').full).toBe('Tuesday 30 June 2026');
  expect(writeDay('es', '2024-02-29').full).toBe('jueves 29 de febrero de 2024');
  expect(writeDay('fr', '2026-03-01')).toEqual({
    full: 'dimanche 1er mars 2026',
    date: 'dimanche 1er mars',
    short: 'dim. 1er mars',
  });
});

test('hours are a figure for subjects and words for sentences', () => {
  expect(writeHours('en', 9)).toEqual({ number: '9', long: '9 hours' });
  expect(writeHours('es', 1)).toEqual({ number: '1', long: '1 hora' });
  expect(writeHours('fr', 0)).toEqual({ number: '<1', long: 'moins d’une heure' });
});

test('money, shares, lengths and lists are written as people write them', () => {
  expect(writeMoney('en', 20, 'USD')).toBe('$20');
  expect(writeMoney('fr', 12.5, 'EUR')).toBe('12,50\u00a0€');
  expect(writePercent('en', 15)).toBe('15%');
  expect(writePercent('es', 7.5)).toBe('7,5\u00a0%');
  expect(writeLength('es', 45, 'minute')).toBe('45 minutos');
  expect(writeList('en', ['Omar', 'Lena', 'Ana'])).toBe('Omar, Lena and Ana');
  expect(writeList('es', ['Omar', 'Irene'])).toBe('Omar e Irene');
});

test('a telephone dials what its letters stand for', () => {
  expect(dialled('1-800-GR8HR')).toBe('180047847');
  expect(dialled('+34 910 (00) 00-00')).toBe('+34910000000');
});
