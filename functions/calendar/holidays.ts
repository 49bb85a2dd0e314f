import Holidays from 'date-holidays';
import { typedDays } from '../../domain/calendar/looked-up.ts';
import type { TypedDay } from '../../domain/calendar/looked-up.ts';
import type { Settings } from '../../domain/settings/settings.ts';

/** Holidays are resolved for this range; beyond it public holidays count as working days. */
const years = { from: 2020, to: 2050 };

/**
 * The settings with the public holidays of their country and region written into them.
 * @throws UnknownCountry, UnknownRegion; TypedHolidays for others than those
 */
export function withHolidays(settings: Settings): Settings {
  const { calendar } = settings;
  const dates = holidaysOf(settings);
  const typed = typedDays(calendar.holidays.dates, dates);
  if (typed.length > 0) throw new TypedHolidays(typed);
  return { ...settings, calendar: { ...calendar, holidays: { ...calendar.holidays, dates } } };
}

/**
 * The public holidays of the settings' country and region, whatever stands in them.
 * @throws UnknownCountry, UnknownRegion
 */
export function holidaysOf({ calendar: { holidays } }: Settings): string[] {
  return resolveHolidays(holidays.country, holidays.region, years.from, years.to);
}

/** Public holidays were typed, or left out, that are looked up: a line for each field. */
export class TypedHolidays extends Error {
  override readonly name = 'TypedHolidays';

  constructor(typed: readonly TypedDay[]) {
    super(typed.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  }
}

/** The country has no calendar of public holidays; the message lists those that have one. */
export class UnknownCountry extends Error {
  override readonly name = 'UnknownCountry';

  constructor(country: string, known: string[]) {
    super(`No public holidays are known for the country "${country}". Known are ${known.join(', ')}.`);
  }
}

/** The country has no such region; the message lists those it has. */
export class UnknownRegion extends Error {
  override readonly name = 'UnknownRegion';

  constructor(country: string, region: string, known: string[]) {
    const list = known.length > 0 ? `Known are ${known.join(', ')}.` : 'It has none: leave the region out.';
    super(`The country "${country}" has no region "${region}" with holidays of its own. ${list}`);
  }
}

/**
 * The days of public holidays in a country (ISO 3166-1, `GB`) and region (ISO 3166-2 without the country,
 * `ENG`; with a part of it, `BY-A`), from the first to the last year, as sorted ISO dates. A day counts if
 * more than half of it is a holiday: so evenings before are working days, and days that end at sunset are
 * not. Source: the calendars of the date-holidays package.
 * @throws UnknownCountry, UnknownRegion
 */
export const resolveHolidays = (
  country: string,
  region: string | undefined,
  fromYear: number,
  toYear: number,
): string[] => {
  const calendar = calendarOf(country, region);
  const days = new Set<string>();
  // A holiday of several days may have begun the year before.
  for (let year = fromYear - 1; year <= toYear; year += 1) {
    for (const holiday of calendar.getHolidays(year)) {
      for (const day of daysOf(holiday)) days.add(day);
    }
  }
  const inside = (day: string) => Number(day.slice(0, 4)) >= fromYear && Number(day.slice(0, 4)) <= toYear;
  return [...days].filter(inside).sort();
};

const calendarOf = (country: string, region: string | undefined): Holidays => {
  const all = new Holidays();
  const countries = Object.keys(all.getCountries());
  if (!countries.includes(country)) throw new UnknownCountry(country, countries);
  if (region === undefined) return new Holidays(country, { types: ['public'] });

  const regions = Object.keys(all.getStates(country) ?? {}).flatMap((state) => [
    state,
    ...Object.keys(all.getRegions(country, state) ?? {}).map((part) => `${state}-${part}`),
  ]);
  if (!regions.includes(region)) throw new UnknownRegion(country, region, regions);
  const [state = region, part] = region.split('-');
  return part === undefined
    ? new Holidays(country, state, { types: ['public'] })
    : new Holidays(country, state, part, { types: ['public'] });
};

const HOUR = 3_600_000;

/** The dates of one holiday, whose own date reads `2026-12-25 00:00:00`, or ` -0600` if from the eve at six. */
const daysOf = ({ date, start, end }: { date: string; start: Date; end: Date }): string[] => {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}):\d{2}:\d{2}(?: -(\d{2})\d{2})?$/.exec(date);
  const [, day, hour, before = '0'] = parts ?? [];
  if (day === undefined) throw new Error(`date-holidays gave a date that cannot be read: "${date}"`);

  // Hours since midnight of the first date; a clock change moves the end by one, far from the half of a day.
  const from = Number(hour) - Number(before);
  const to = from + (end.getTime() - start.getTime()) / HOUR;
  const days: string[] = [];
  for (let index = 0; index * 24 < to; index += 1) {
    const covered = Math.min(to, index * 24 + 24) - Math.max(from, index * 24);
    if (covered > 12) days.push(new Date(Date.parse(day) + index * 24 * HOUR).toISOString().slice(0, 10));
  }
  return days;
};
