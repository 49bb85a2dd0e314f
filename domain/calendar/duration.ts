import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const isDuration = (text: string, holds: (duration: Temporal.Duration) => boolean): boolean => {
  try {
    return holds(Temporal.Duration.from(text));
  } catch {
    return false;
  }
};

/** A positive ISO 8601 duration, for example `PT48H`, `P5D` or `P1DT4H`. */
export const duration = z.string().refine((text) => isDuration(text, (parsed) => parsed.sign > 0), {
  error: 'must be an ISO 8601 duration longer than nothing, for example PT48H or P5D',
  abort: true,
});

/** An ISO 8601 duration in hours, minutes and seconds alone, which needs no calendar; `PT0S` is allowed. */
export const exactDuration = z
  .string()
  .refine((text) => isDuration(text, (parsed) => parsed.sign >= 0 && !hasCalendarUnits(parsed)), {
    error: 'must be an ISO 8601 duration in hours, minutes or seconds, for example PT10M',
    abort: true,
  });

const hasCalendarUnits = (parsed: Temporal.Duration): boolean =>
  parsed.years !== 0 || parsed.months !== 0 || parsed.weeks !== 0 || parsed.days !== 0;

/**
 * The length of a duration in milliseconds.
 * @throws ZodError if it counts days or anything longer: their length depends on zone and date.
 */
export const exactMilliseconds = (iso: string): number =>
  Temporal.Duration.from(exactDuration.parse(iso)).total('milliseconds');

/** About how long a duration is, in seconds: enough to compare two, with any month for a month. */
export const approximateSeconds = (iso: string): number =>
  Temporal.Duration.from(iso).total({ unit: 'seconds', relativeTo: '2025-01-01' });
