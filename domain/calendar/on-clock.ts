import { addBusiness } from './business.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import type { Clock } from './clock.ts';
import { addElapsed } from './elapsed.ts';

/** The instant at which `duration` (ISO 8601) is over on that clock; see addElapsed and addBusiness. */
export const addOnClock = (
  from: string,
  duration: string,
  clock: Clock,
  calendar: CalendarSettings,
): string =>
  clock === 'elapsed' ? addElapsed(from, duration, calendar.zone) : addBusiness(from, duration, calendar);
