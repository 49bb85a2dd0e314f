import { Temporal } from 'temporal-polyfill';

/**
 * The instant as milliseconds since 1970 (anything finer is cut off).
 * @throws RangeError if the text is not an ISO 8601 instant.
 */
export const epochOf = (iso: string): number => Temporal.Instant.from(iso).epochMilliseconds;

/**
 * The instant as text, always with three digits of milliseconds, so that texts made here sort by time.
 * Takes milliseconds since 1970.
 */
export const isoOf = (epoch: number): string => new Date(epoch).toISOString();
