import { Temporal } from 'temporal-polyfill';

/** Epoch milliseconds of an ISO 8601 instant with zone offset. Throws RangeError when it is none. */
export function instantToMs(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** Milliseconds of an ISO 8601 duration of weeks, days and smaller; a day has 24 hours. Throws RangeError. */
export function durationToMs(text: string): number {
  const duration = Temporal.Duration.from(text);
  if (duration.years !== 0 || duration.months !== 0) {
    throw new RangeError(`${text}: years and months have no fixed length`);
  }
  const hours = (duration.weeks * 7 + duration.days) * 24 + duration.hours;
  return ((hours * 60 + duration.minutes) * 60 + duration.seconds) * 1_000 + duration.milliseconds;
}
