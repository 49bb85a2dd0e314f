import { Temporal } from 'temporal-polyfill';
import { addElapsed } from '../calendar/elapsed.ts';
import { addOnClock } from '../calendar/on-clock.ts';
import { firstDeadline } from '../promises/ladder.ts';
import type { Settings } from '../settings/settings.ts';

/** The date that a promise of this kind will carry when its clock starts at `from`. */
export function dueOf(kind: keyof Settings['promises'], settings: Settings, from: string): string {
  return firstDeadline(settings.promises[kind], from, settings.calendar);
}

/** The date by which HR does what the system asks of it. */
export function taskDue({ tasks, calendar }: Settings, at: string): string {
  return addOnClock(at, tasks.within, tasks.clock, calendar);
}

/** The Monday of the week after an instant, in the company's zone. */
export function weekAfter(at: string, { calendar }: Settings): string {
  const date = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.zone).toPlainDate();
  return date.add({ days: 8 - date.dayOfWeek }).toString();
}

/** The calendar day in the company's zone, a duration after an instant. */
export function dayAfter(at: string, duration: string, { calendar }: Settings): string {
  const then = addElapsed(at, duration, calendar.zone);
  if (calendar.zone === 'UTC') return then.slice(0, 10);
  return Temporal.Instant.from(then).toZonedDateTimeISO(calendar.zone).toPlainDate().toString();
}

/** Whole hours from one instant to another, never below none. */
export function hoursBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 3_600_000));
}
