import { Temporal } from 'temporal-polyfill';

/** The date, `YYYY-MM-DD`, that an instant falls on in a zone (IANA). */
export const localDate = (at: string, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
