import { Temporal } from 'temporal-polyfill';
import { type CalendarSettings, weekdays } from './calendar-settings.ts';

const DAY = 86_400_000;

/** Since 1972 every day of every zone begins on one. */
const QUARTER = 900_000;

/** An unbroken stretch of opening time, in milliseconds since 1970: open from `start`, closed at `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The opening hours of a calendar as instants. Days are numbered from 1970-01-01, as local dates. */
export interface OpeningHours {
  /** The day that an instant falls on in the calendar's zone. */
  dayOf(epoch: number): number;
  /** The stretches of one day, in order and never overlapping; none on a closed day or a holiday. */
  on(day: number): readonly Stretch[];
}

const compiled = new WeakMap<CalendarSettings, OpeningHours>();

/** The opening hours of a calendar; worked out once per settings object, which must not change after. */
export const openingHours = (calendar: CalendarSettings): OpeningHours => {
  const known = compiled.get(calendar);
  if (known !== undefined) return known;
  const made = compile(calendar);
  compiled.set(calendar, made);
  return made;
};

const compile = ({ zone, opening, holidays }: CalendarSettings): OpeningHours => {
  const closed = new Set([...holidays.dates, ...(holidays.extra ?? [])]);
  const days = new Map<number, readonly Stretch[]>();

  const stretchesOf = (day: number): readonly Stretch[] => {
    const midnight = new Date(day * DAY);
    const weekday = weekdays[midnight.getUTCDay()];
    if (weekday === undefined || closed.has(midnight.toISOString().slice(0, 10))) return [];
    return opening[weekday]
      .map(({ from, to }) => ({ start: epochAt(day, from, zone), end: epochAt(day, to, zone) }))
      .filter(({ start, end }) => start < end);
  };

  const dayByQuarter = new Map<number, number>();

  return {
    dayOf: (epoch) => {
      const quarter = Math.floor(epoch / QUARTER);
      const known = dayByQuarter.get(quarter);
      if (known !== undefined) return known;
      const local = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
      const day = Date.UTC(local.year, local.month - 1, local.day) / DAY;
      dayByQuarter.set(quarter, day);
      return day;
    },
    on: (day) => {
      const known = days.get(day);
      if (known !== undefined) return known;
      const stretches = stretchesOf(day);
      days.set(day, stretches);
      return stretches;
    },
  };
};

/**
 * The instant of a local time. One that exists twice means the first. One that daylight saving time skips
 * means the moment of the change: moving it on by the gap, as `compatible` does, could carry opening hours
 * past closing time or into the next stretch, and count them twice.
 */
const epochAt = (day: number, time: string, zone: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const wanted = new Date(day * DAY + (hours * 60 + minutes) * 60_000).toISOString().slice(0, -1);
  const found = Temporal.PlainDateTime.from(wanted).toZonedDateTime(zone);
  if (found.toPlainDateTime().equals(wanted)) return found.epochMilliseconds;
  const change = found.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  return (change ?? found).epochMilliseconds;
};
