import type { Locale } from '../../domain/messages/locale.ts';

/** Dates as people of a language write them. English is British, like the sample company. */
const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR' };

/** "Thursday 5 March at 14:05" */
export function dayAndTime(instant: string, locale: Locale, timeZone?: string): string {
  return format(instant, locale, { weekday: 'long', day: 'numeric', month: 'long', ...clock, timeZone });
}

/** "5 Mar, 14:05" */
export function shortDayAndTime(instant: string, locale: Locale, timeZone?: string): string {
  return format(instant, locale, { day: 'numeric', month: 'short', ...clock, timeZone });
}

/** For what is kept: "5 March 2026 at 14:05 GMT" */
export function dateAndTime(instant: string, locale: Locale, timeZone?: string): string {
  const date = { day: 'numeric', month: 'long', year: 'numeric', timeZoneName: 'short' } as const;
  return format(instant, locale, { ...date, ...clock, timeZone });
}

/** A calendar day, `YYYY-MM-DD`, in any zone: "10 June 2026" */
export function day(date: string, locale: Locale): string {
  return format(date, locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** "14:05" */
export function timeOfDay(instant: string, locale: Locale, timeZone?: string): string {
  return format(instant, locale, { ...clock, timeZone });
}

/** The zone's name at that instant: "Greenwich Mean Time". */
export function zoneName(instant: string, locale: Locale, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(tags[locale], { timeZone, timeZoneName: 'long' }).formatToParts(
    new Date(instant),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The zone of whoever looks at the page. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

type Options = Intl.DateTimeFormatOptions & { timeZone?: string | undefined };

function format(instant: string, locale: Locale, { timeZone, ...options }: Options): string {
  return new Intl.DateTimeFormat(tags[locale], {
    ...options,
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(instant));
}

const minute = 60_000;

/**
 * How much time is left, in the largest unit that is not misleading: "47 hours", "35 minutes", "5 days".
 * Undefined once less than a minute is left: a countdown never shows nothing or less.
 */
export function timeLeft(milliseconds: number, locale: Locale): string | undefined {
  const minutes = Math.floor(milliseconds / minute);
  if (minutes < 1) return undefined;
  if (minutes < 120) return amount(minutes, 'minute', locale);
  const hours = Math.round(minutes / 60);
  return hours <= 72 ? amount(hours, 'hour', locale) : amount(Math.round(hours / 24), 'day', locale);
}

/** A length of time in seconds, rounded up to a whole unit: "7 seconds", "2 minutes", "3 hours", "4 days". */
export function duration(seconds: number, locale: Locale): string {
  if (seconds <= 100) return amount(Math.ceil(seconds), 'second', locale);
  if (seconds <= 100 * 60) return amount(Math.ceil(seconds / 60), 'minute', locale);
  if (seconds <= 72 * 3_600) return amount(Math.ceil(seconds / 3_600), 'hour', locale);
  return amount(Math.ceil(seconds / 86_400), 'day', locale);
}

function amount(value: number, unit: string, locale: Locale): string {
  return new Intl.NumberFormat(tags[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** "12 MB", "850 kB" */
export function fileSize(bytes: number, locale: Locale): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_048_576, 'megabyte'];
  const options = { style: 'unit', unit, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(tags[locale], options).format(Math.max(1, value));
}
