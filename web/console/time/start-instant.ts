import { Temporal } from 'temporal-polyfill';

const friday = 5;

/** The next Friday at 16:50 on the company's clock: the hour at which promises are hardest to keep. */
export function hardStart(now: number, zone: string): { date: string; time: string } {
  const today = Temporal.Instant.fromEpochMilliseconds(Math.floor(now))
    .toZonedDateTimeISO(zone)
    .toPlainDate();
  const next = today.add({ days: (friday - today.dayOfWeek + 7) % 7 || 7 });
  return { date: next.toString(), time: '16:50' };
}

/** The instant of a date and time of day on the company's clock; undefined for what is none. */
export function instantOf(date: string, time: string, zone: string): string | undefined {
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    return new Date(local.toZonedDateTime(zone).epochMilliseconds).toISOString();
  } catch {
    return undefined;
  }
}
