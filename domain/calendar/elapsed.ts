import { Temporal } from 'temporal-polyfill';
import { epochOf, isoOf } from './instant.ts';

const exact = /^PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?$/;

/** A duration of nothing but exact time, in milliseconds; undefined for any other. */
const exactly = (duration: string): number | undefined => {
  const parts = duration === 'PT' ? null : exact.exec(duration);
  if (!parts) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = parts;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
};

/** Days where no clock is ever changed, in milliseconds. */
const daysOf = (duration: string): number | undefined => {
  const [, days] = /^P(\d{1,6})D$/.exec(duration) ?? [];
  return days === undefined ? undefined : Number(days) * 86_400_000;
};

/**
 * The instant `duration` (ISO 8601) after `from`. Hours, minutes and seconds are exact time; days, weeks,
 * months and years are calendar time in `zone` (IANA), so that P1D keeps the local time across a change
 * of daylight saving time. A local time that does not exist moves on by the length of the gap, one that
 * exists twice means the first (`compatible`, RFC 5545).
 * @throws RangeError if an argument is not an instant, a duration or, where it matters, a zone.
 */
export const addElapsed = (from: string, duration: string, zone: string): string => {
  const milliseconds = exactly(duration) ?? (zone === 'UTC' ? daysOf(duration) : undefined);
  return isoOf(
    milliseconds === undefined
      ? Temporal.Instant.from(from).toZonedDateTimeISO(zone).add(duration).epochMilliseconds
      : epochOf(from) + milliseconds,
  );
};
