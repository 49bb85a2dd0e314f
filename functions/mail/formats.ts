/** Writes raw values the way a reader says them: dates with weekday and zone, money, lists, lengths. */
import type { Locale } from '../../domain/messages/locale.ts';
import { zoneName } from './zone-names.ts';

/** An instant, from the longest form to the shortest. */
export interface WrittenInstant {
  /** Thursday 5 March 2026, 2 pm (Madrid time) */
  readonly full: string;
  /** Thursday 5 March, 2 pm */
  readonly moment: string;
  /** Thursday 5 March */
  readonly date: string;
  /** Thu 5 Mar */
  readonly short: string;
  /** 2 pm */
  readonly time: string;
}

/** A calendar day: Thursday 5 March 2026, Thursday 5 March, Thu 5 Mar. */
export type WrittenDay = Pick<WrittenInstant, 'full' | 'date' | 'short'>;

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: number;
  readonly minute: string;
}

const noBreak = '\u00a0';

/** Writes an ISO instant in a time zone. */
export function writeInstant(locale: Locale, zone: string, instant: string): WrittenInstant {
  const long = partsOf(locale, zone, instant, 'long');
  const time = writeTime(locale, long);
  const date = writeDate(locale, long);
  const joined = (text: string) => (locale === 'fr' ? `${text} à ${time}` : `${text}, ${time}`);
  return {
    full: `${joined(withYear(locale, date, long.year))} (${zoneName(locale, zone)})`,
    moment: joined(date),
    date,
    short: writeShort(partsOf(locale, zone, instant, 'short'), locale),
    time,
  };
}

/** Writes an ISO calendar day; it is the same day everywhere. */
export function writeDay(locale: Locale, day: string): WrittenDay {
  const noon = `${day}T12:00:00Z`;
  const long = partsOf(locale, 'UTC', noon, 'long');
  const date = writeDate(locale, long);
  return {
    full: withYear(locale, date, long.year),
    date,
    short: writeShort(partsOf(locale, 'UTC', noon, 'short'), locale),
  };
}

/** "A, B and C". */
export function writeList(locale: Locale, items: readonly string[]): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(items);
}

/** An amount in major units: $20, 20 €; without decimals when there are none. */
export function writeMoney(locale: Locale, amount: number, currency: string): string {
  const options = { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' } as const;
  return new Intl.NumberFormat(locale, options).format(amount);
}

/** A share: 15%, 15 %. */
export function writePercent(locale: Locale, percent: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(percent / 100);
}

/** A length in words: 45 minutes, 1 hora, 9 heures. */
export function writeLength(locale: Locale, amount: number, unit: 'minute' | 'hour'): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}

const lessThanOneHour: Record<Locale, string> = {
  en: 'less than an hour',
  es: 'menos de una hora',
  fr: 'moins d’une heure',
};

/** Whole hours as a figure for subjects and as words for sentences; 0 is less than one. */
export function writeHours(locale: Locale, amount: number): { number: string; long: string } {
  return amount === 0
    ? { number: '<1', long: lessThanOneHour[locale] }
    : { number: String(amount), long: writeLength(locale, amount, 'hour') };
}

function partsOf(locale: Locale, zone: string, instant: string, names: 'long' | 'short'): Parts {
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: names,
    day: 'numeric',
    month: names,
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    numberingSystem: 'latn',
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    weekday: part('weekday'),
    day: part('day'),
    month: part('month'),
    year: part('year'),
    hour: Number(part('hour')),
    minute: part('minute').padStart(2, '0'),
  };
}

function writeDate(locale: Locale, { weekday, day, month }: Parts): string {
  if (locale === 'es') return `${weekday} ${day} de ${month}`;
  return `${weekday} ${locale === 'fr' ? ordinal(day) : day} ${month}`;
}

function writeShort({ weekday, day, month }: Parts, locale: Locale): string {
  return `${weekday} ${locale === 'fr' ? ordinal(day) : day} ${month}`;
}

function withYear(locale: Locale, date: string, year: string): string {
  return locale === 'es' ? `${date} de ${year}` : `${date} ${year}`;
}

function writeTime(locale: Locale, { hour, minute }: Parts): string {
  if (locale === 'es') return `${hour}:${minute}`;
  if (locale === 'fr')
    return minute === '00' ? `${hour}${noBreak}h` : `${hour}${noBreak}h${noBreak}${minute}`;
  if (minute === '00' && hour === 12) return '12 noon';
  const figures = `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `:${minute}`}`;
  return `${figures} ${hour < 12 ? 'am' : 'pm'}`;
}

/** In French only the first of a month is an ordinal: le 1er mars, le 2 mars. */
function ordinal(day: string): string {
  return day === '1' ? '1er' : day;
}
