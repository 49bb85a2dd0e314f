import { Temporal } from 'temporal-polyfill';
import type { CalendarSettings } from './calendar-settings.ts';
import { CalendarNeverOpens } from './errors.ts';
import { epochOf, isoOf } from './instant.ts';
import { type OpeningHours, openingHours, type Stretch } from './opening-hours.ts';

// Ten years and their leap days: further than any promise reaches, and still searched in milliseconds.
const SEARCHED_DAYS = 3653;

/**
 * The instant `duration` (ISO 8601) of business time after `from`.
 *
 * The clock starts at `from`, or at the next opening if the company is closed then. Years, months and
 * weeks are calendar time; days are business days, keeping the local time; whatever is closed at the
 * local time reached moves to the next opening. Hours, minutes and seconds come last and count opening
 * time only, as real time: a 24-hour day has 23 or 25 of them when daylight saving time changes. They may
 * end exactly at closing time.
 * @throws CalendarNeverOpens if the search finds too little opening time within ten years.
 */
export const addBusiness = (from: string, duration: string, calendar: CalendarSettings): string => {
  const hours = openingHours(calendar);
  const { years, months, weeks, days, exactly } = fieldsOf(duration);

  let at = nextOpening(epochOf(from), hours);
  if (years + months + weeks + days > 0) {
    let local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(calendar.zone);
    local = local.add({ years, months, weeks });
    if (days > 0) {
      const start = hours.dayOf(local.epochMilliseconds);
      local = local.add({ days: businessDayAfter(start, days, hours) - start });
    }
    at = local.epochMilliseconds;
  }
  return isoOf(addOpenTime(at, exactly, hours));
};

/** The opening time between two instants, in milliseconds; 0 if `to` is not after `from`. */
export const openTimeBetween = (from: number, to: number, hours: OpeningHours): number => {
  let sum = 0;
  for (let day = hours.dayOf(from), last = hours.dayOf(to); day <= last; day += 1) {
    for (const { start, end } of hours.on(day)) {
      sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    }
  }
  return sum;
};

/** The instant (ms since 1970) at which `milliseconds` of opening time after `from` are over. */
export const addOpenTime = (from: number, milliseconds: number, hours: OpeningHours): number => {
  let left = milliseconds;
  for (const { start, end } of stretchesFrom(from, hours)) {
    const begin = Math.max(start, from);
    if (begin + left <= end) return begin + left;
    left -= end - begin;
  }
  throw new CalendarNeverOpens(isoOf(from));
};

const nextOpening = (from: number, hours: OpeningHours): number => addOpenTime(from, 0, hours);

/** Every stretch that is not over at `from`, within the days searched. */
function* stretchesFrom(from: number, hours: OpeningHours): Generator<Stretch> {
  const first = hours.dayOf(from);
  for (let day = first; day < first + SEARCHED_DAYS; day += 1) {
    for (const stretch of hours.on(day)) {
      if (stretch.end > from) yield stretch;
    }
  }
}

const businessDayAfter = (start: number, count: number, hours: OpeningHours): number => {
  let left = count;
  for (let day = start + 1; day < start + SEARCHED_DAYS; day += 1) {
    if (hours.on(day).length > 0) left -= 1;
    if (left === 0) return day;
  }
  throw new CalendarNeverOpens(isoOf(start * 86_400_000));
};

interface Fields {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  /** Hours, minutes and seconds, in milliseconds. */
  readonly exactly: number;
}

/** The durations of settings are few, and read again and again. */
const known = new Map<string, Fields>();

const fieldsOf = (duration: string): Fields => {
  const found = known.get(duration);
  if (found) return found;
  const { years, months, weeks, days, ...parts } = read(duration);
  const exactly = Math.round(Temporal.Duration.from(parts).total('milliseconds'));
  const fields = { years, months, weeks, days, exactly };
  known.set(duration, fields);
  return fields;
};

const read = (duration: string) => {
  const { years, months, weeks, days, hours, minutes, seconds, milliseconds } =
    Temporal.Duration.from(duration);
  return { years, months, weeks, days, hours, minutes, seconds, milliseconds };
};
