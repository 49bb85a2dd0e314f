import { addOpenTime, openTimeBetween } from './business.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import type { Clock } from './clock.ts';
import { epochOf, isoOf } from './instant.ts';
import { openingHours } from './opening-hours.ts';

/**
 * The instant at which `fraction` (0 to 1) of the time from `from` to `to` is over, never after `to`.
 * The business clock counts opening time; if there is none between the two, it counts all time, so that a
 * reminder still comes before its deadline.
 */
export const fractionOf = (
  from: string,
  to: string,
  fraction: number,
  clock: Clock,
  calendar: CalendarSettings,
): string => {
  const start = epochOf(from);
  const end = epochOf(to);
  const hours = openingHours(calendar);
  const open = clock === 'business' ? openTimeBetween(start, end, hours) : 0;
  if (open === 0) return isoOf(start + Math.round((end - start) * fraction));
  return isoOf(Math.min(end, addOpenTime(start, Math.round(open * fraction), hours)));
};
