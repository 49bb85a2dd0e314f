import { Temporal } from 'temporal-polyfill';
import { isoOf } from './instant.ts';

/**
 * The instant `duration` (ISO 8601) after `from`. Hours, minutes and seconds are exact time; days, weeks,
 * months and years are calendar time in `zone` (IANA), so that P1D keeps the local time across a change
 * of daylight saving time. A local time that does not exist moves on by the length of the gap, one that
 * exists twice means the first (`compatible`, RFC 5545).
 * @throws RangeError if an argument is not an instant, a duration or a zone.
 */
export const addElapsed = (from: string, duration: string, zone: string): string =>
  isoOf(Temporal.Instant.from(from).toZonedDateTimeISO(zone).add(duration).epochMilliseconds);
