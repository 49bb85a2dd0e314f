import { Temporal } from 'temporal-polyfill';

/** An instant as texts made here write it, on a day that its month has in every year. */
const plain =
  /^\d{4}-(?:(?:0[13578]|1[02])-31|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8]))T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/;

/**
 * The instant as milliseconds since 1970 (anything finer is cut off).
 * @throws RangeError if the text is not an ISO 8601 instant.
 */
export const epochOf = (iso: string): number =>
  plain.test(iso) ? Date.parse(iso) : Temporal.Instant.from(iso).epochMilliseconds;

/**
 * The instant as text, always with three digits of milliseconds, so that texts made here sort by time.
 * Takes milliseconds since 1970.
 */
export const isoOf = (epoch: number): string => new Date(epoch).toISOString();
