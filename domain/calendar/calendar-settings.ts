import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

const zone = z.string().refine(isZone, {
  error: 'must be a time zone of the IANA database, for example Europe/London',
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 09:00');
const closingTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time like 17:30, or 24:00');

const opening = z.strictObject({ from: timeOfDay, to: closingTime });

/** Opening hours of one weekday in order of time; an empty list is a closed day. */
const openings = z.array(opening).superRefine((list, context) => {
  for (const [index, { from, to }] of list.entries()) {
    const previous = list[index - 1];
    if (to <= from) {
      context.addIssue({
        code: 'custom',
        path: [index, 'to'],
        message: `closes at ${to}, not after ${from}`,
      });
    }
    if (previous !== undefined && from < previous.to) {
      context.addIssue({
        code: 'custom',
        path: [index, 'from'],
        message: `opens at ${from}, before ${previous.to} when the hours before it end`,
      });
    }
  }
});

/** The weekdays in the order of JavaScript's `getUTCDay`. */
export const weekdays = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/**
 * When the company works: the time zone of its local times, its opening hours by weekday, and the days
 * it is closed. `holidays.dates` are the public holidays of `country` and `region`, resolved beforehand
 * (functions/calendar/holidays.ts); `holidays.extra` are the company's own closed days.
 */
export const calendarSettings = z.strictObject({
  zone,
  opening: z
    .strictObject({
      monday: openings,
      tuesday: openings,
      wednesday: openings,
      thursday: openings,
      friday: openings,
      saturday: openings,
      sunday: openings,
    })
    .refine((week) => Object.values(week).some((day) => day.length > 0), {
      error: 'must open on at least one day of the week, or no business time would ever pass',
    }),
  holidays: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, 'must be a country of ISO 3166-1, for example GB'),
    region: z.string().min(1).optional(),
    dates: z.array(z.iso.date()),
    extra: z.array(z.iso.date()).optional(),
  }),
});

export type CalendarSettings = z.infer<typeof calendarSettings>;

function isZone(name: string): boolean {
  // Temporal also takes offsets and whole timestamps as a zone; neither knows daylight saving time.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
