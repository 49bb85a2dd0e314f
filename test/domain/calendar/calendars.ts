import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type CalendarSettings,
  calendarSettings,
  weekdays,
} from '../../../domain/calendar/calendar-settings.ts';

type Week = CalendarSettings['opening'];

export const allDay: Week['monday'] = [{ from: '00:00', to: '24:00' }];
const nineToFive: Week['monday'] = [{ from: '09:00', to: '17:00' }];

const week = (workday: Week['monday'], weekend: Week['monday'] = []): Week => ({
  monday: workday,
  tuesday: workday,
  wednesday: workday,
  thursday: workday,
  friday: workday,
  saturday: weekend,
  sunday: weekend,
});

/** A calendar as settings would hold it, nine to five in London unless told otherwise. */
export const calendar = ({
  zone = 'Europe/London',
  opening = {},
  workday = nineToFive,
  weekend = [],
  holidays = [],
  extra,
}: {
  zone?: string;
  opening?: Partial<Week>;
  workday?: Week['monday'];
  weekend?: Week['monday'];
  holidays?: string[];
  extra?: string[];
} = {}): CalendarSettings =>
  calendarSettings.parse({
    zone,
    opening: { ...week(workday, weekend), ...opening },
    holidays: { country: 'GB', dates: holidays, ...(extra && { extra }) },
  });

/** The instant of a local time, for example `local('2026-03-29T09:00', 'Europe/London')`. */
export const local = (dateTime: string, zone: string): string =>
  new Date(Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).epochMilliseconds).toISOString();

/** The zones whose clocks change in three ways: by an hour, by an hour further west, by half an hour. */
export const zones = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe'];

const MINUTE = 60_000;
const quarter = 15 * MINUTE;

/** Instants on a quarter of an hour within two years around a leap day, often close to a clock change. */
export const quarters = fc
  .oneof(
    fc.integer({ min: Date.UTC(2027, 0), max: Date.UTC(2029, 0) }),
    fc
      .tuple(
        fc.constantFrom('2027-03-28', '2027-10-31', '2027-03-14', '2027-11-07', '2027-04-04', '2027-10-03'),
        fc.integer({ min: -72, max: 72 }),
      )
      .map(([date, hours]) => Date.parse(date) + hours * 60 * MINUTE),
    fc.integer({ min: Date.UTC(2028, 1, 27), max: Date.UTC(2028, 2, 2) }),
  )
  .map((epoch) => new Date(Math.floor(epoch / quarter) * quarter).toISOString());

const clockText = (quarters: number): string => {
  const hours = String(Math.floor(quarters / 4)).padStart(2, '0');
  return `${hours}:${String((quarters % 4) * 15).padStart(2, '0')}`;
};

// From 05:00 on, so that every opening and closing time exists once a day in all the zones.
const someHours = fc
  .uniqueArray(fc.integer({ min: 20, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((list) => list.toSorted((one, other) => one - other))
  .map((list) =>
    Array.from({ length: Math.floor(list.length / 2) }, (_, index) => ({
      from: clockText(list[index * 2] ?? 0),
      to: clockText(list[index * 2 + 1] ?? 0),
    })),
  );

const someDay = fc.oneof(
  { weight: 5, arbitrary: someHours },
  { weight: 2, arbitrary: fc.constant<Week['monday']>([]) },
  { weight: 1, arbitrary: fc.constant(allDay) },
);

/** Calendars that open at quarters of an hour, in the zones above, with holidays. */
export const calendars = fc
  .record({
    zone: fc.constantFrom(...zones),
    opening: fc.record({
      monday: someHours,
      tuesday: someDay,
      wednesday: someDay,
      thursday: someDay,
      friday: someDay,
      saturday: someDay,
      sunday: someDay,
    }),
    holidays: fc.array(
      fc
        .integer({ min: 0, max: 800 })
        .map((days) => new Date(Date.UTC(2026, 11, 1) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10)),
      { maxLength: 40 },
    ),
  })
  .map((settings) => calendar(settings));

/** Whether a calendar is open at an instant, told from the clock on the wall alone. */
export const isOpenByTheWall = (epoch: number, { zone, opening, holidays }: CalendarSettings): boolean => {
  const wall = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
  const today = wall.toPlainDate().toString();
  if ([...holidays.dates, ...(holidays.extra ?? [])].includes(today)) return false;
  const weekday = weekdays[wall.dayOfWeek % 7] ?? 'monday';
  const time = wall.toPlainTime().toString().slice(0, 5);
  return opening[weekday].some(({ from, to }) => from <= time && time < to);
};
