import { Temporal } from 'temporal-polyfill';

/** From the first day to the last, both included, as `YYYY-MM-DD` in the company's zone. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const dateOf = (day: string) => Temporal.PlainDate.from(day);

/** How many days a period has. */
function lengthOf({ from, to }: Period): number {
  return dateOf(from).until(dateOf(to)).days + 1;
}

/** Every day of a period, in order. */
export function daysOf(period: Period): string[] {
  const first = dateOf(period.from);
  return Array.from({ length: Math.max(0, lengthOf(period)) }, (_, days) => first.add({ days }).toString());
}

/** The weeks of a period, from Monday to Sunday; the first and the last may be cut off. */
export function weeksOf(period: Period): Period[] {
  const weeks = Map.groupBy(daysOf(period), mondayOf);
  return [...weeks.values()].map((days) => ({ from: days[0] ?? '', to: days.at(-1) ?? '' }));
}

/** This week up to a day, and the weeks before it that make it so many. */
export function lastWeeks(day: string, weeks: number): Period {
  return {
    from: dateOf(mondayOf(day))
      .subtract({ weeks: weeks - 1 })
      .toString(),
    to: day,
  };
}

/** So many days, the last of which is `day`. */
export function lastDays(day: string, days: number): Period {
  return {
    from: dateOf(day)
      .subtract({ days: days - 1 })
      .toString(),
    to: day,
  };
}

function mondayOf(day: string): string {
  const date = dateOf(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}
