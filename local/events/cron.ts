import { Temporal } from 'temporal-polyfill';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

interface Field {
  readonly low: number;
  readonly high: number;
  readonly names?: readonly string[];
}

function numberOf(text: string, { low, high, names }: Field, expression: string): number {
  const named = names?.indexOf(text.toUpperCase()) ?? -1;
  const value = named >= 0 ? named + low : Number(text);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new Error(`schedule ${expression}: "${text}" is not supported on the laptop`);
  }
  return value;
}

/** The values a field allows; undefined for "any". */
function values(text: string, field: Field, expression: string): ReadonlySet<number> | undefined {
  if (text === '*' || text === '?') return undefined;
  const found = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step] = part.split('/');
    const [first = '', last] = range.split('-');
    const from = range === '*' ? field.low : numberOf(first, field, expression);
    const isOpen = range === '*' || (step !== undefined && last === undefined);
    const to = last !== undefined ? numberOf(last, field, expression) : isOpen ? field.high : from;
    for (let value = from; value <= to; value += Number(step ?? 1)) found.add(value);
  }
  return found;
}

/** Cron schedules look no further than this many days ahead. */
const HORIZON_DAYS = 366 * 5;

/**
 * Compiles `cron(minutes hours day-of-month month day-of-week year)` in a time zone into a function that gives the
 * first occurrence after an instant (epoch ms), or undefined when there is none within five years.
 * `L`, `W` and `#` are refused. Source: EventBridge Scheduler user guide, "Cron-based schedules".
 */
export function compileCron(expression: string, zone: string): (after: number) => number | undefined {
  const fields = /^cron\((.*)\)$/.exec(expression)?.[1]?.trim().split(/\s+/) ?? [];
  const [minute = '', hour = '', monthDay = '', month = '', weekDay = '', year = ''] = fields;
  if (fields.length !== 6) throw new Error(`schedule ${expression}: cron takes six fields`);
  const minutes = values(minute, { low: 0, high: 59 }, expression);
  const hours = values(hour, { low: 0, high: 23 }, expression);
  const monthDays = values(monthDay, { low: 1, high: 31 }, expression);
  const months = values(month, { low: 1, high: 12, names: MONTHS }, expression);
  // AWS counts from Sunday = 1.
  const weekDays = values(weekDay, { low: 1, high: 7, names: DAYS }, expression);
  const years = values(year, { low: 1970, high: 2199 }, expression);

  const isDay = (day: Temporal.PlainDate): boolean =>
    (monthDays?.has(day.day) ?? true) &&
    (months?.has(day.month) ?? true) &&
    (weekDays?.has((day.dayOfWeek % 7) + 1) ?? true) &&
    (years?.has(day.year) ?? true);

  return (after) => {
    const start = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone);
    for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
      const day = start.toPlainDate().add({ days: ahead });
      if (!isDay(day)) continue;
      for (let of = 0; of < 1_440; of += 1) {
        const [h, m] = [Math.floor(of / 60), of % 60];
        if (!(hours?.has(h) ?? true) || !(minutes?.has(m) ?? true)) continue;
        const wall = day.toPlainDateTime({ hour: h, minute: m });
        // A wall time that a change to summer time leaves out happens an hour later, as Scheduler does it.
        const { epochMilliseconds } = wall.toZonedDateTime(zone);
        if (epochMilliseconds > after) return epochMilliseconds;
      }
    }
    return undefined;
  };
}
