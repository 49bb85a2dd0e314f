import * as z from 'zod';
import { addBusiness } from './business.ts';
import type { CalendarSettings } from './calendar-settings.ts';
import { addElapsed } from './elapsed.ts';

/** How the time of a promise passes: always, or while the company is open. */
export const clock = z.enum(['elapsed', 'business']);

export type Clock = z.infer<typeof clock>;

/** The instant at which `duration` (ISO 8601) is over on that clock; see addElapsed and addBusiness. */
export const addOnClock = (
  from: string,
  duration: string,
  clock: Clock,
  calendar: CalendarSettings,
): string =>
  clock === 'elapsed' ? addElapsed(from, duration, calendar.zone) : addBusiness(from, duration, calendar);
