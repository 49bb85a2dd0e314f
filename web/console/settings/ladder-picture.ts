import { Temporal } from 'temporal-polyfill';
import type { CalendarSettings } from '../../../domain/calendar/calendar-settings.ts';
import { openingHours } from '../../../domain/calendar/opening-hours.ts';
import { ladderFor } from '../../../domain/promises/journey-ladder.ts';
import type { Role } from '../../../domain/promises/promise.ts';
import type { Settings } from '../../../domain/settings/settings.ts';

export type PromiseKind = keyof Settings['promises'];

/** One moment of a promise that nobody keeps. */
export interface Step {
  readonly at: string;
  readonly does: 'begins' | 'remind' | 'escalate' | 'promised' | 'delay' | 'release';
  readonly to: readonly Role[];
  readonly message: string | null;
}

export interface Picture {
  readonly steps: readonly Step[];
  /** What does not count, in words. */
  readonly closed: string;
}

/**
 * The clock of a promise that begins at an instant, as the workflows will compute it. The instant by which the answer is
 * promised stands in it even where nothing is said at it.
 * @throws CalendarNeverOpens when the company never opens
 */
export function pictureOf(kind: PromiseKind, settings: Settings, from: string): Picture {
  const { ladder, policy } = ladderFor(kind, settings, from, from);
  const rungs = ladder.rungs.map(({ at, action, to, message }): Step => ({ at, does: action, to, message }));
  const isSaid = rungs.some(({ at }) => at === ladder.due);
  const promised: Step[] = isSaid ? [] : [{ at: ladder.due, does: 'promised', to: [], message: null }];
  const begins: Step = {
    at: from,
    does: 'begins',
    to: policy.opens?.to ?? [],
    message: policy.opens?.message ?? null,
  };
  const steps = [begins, ...rungs, ...promised].toSorted((one, other) => one.at.localeCompare(other.at));
  const last = steps.at(-1)?.at ?? from;
  return {
    steps,
    closed:
      policy.clock === 'elapsed'
        ? 'Nights, weekends and holidays count.'
        : `Only opening hours count. ${closedBetween(settings.calendar, from, last)}`.trim(),
  };
}

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const list = new Intl.ListFormat('en-GB');
const dayLength = 86_400_000;

/** `The weekend and Monday 6 April do not count.`: the days within on which the company is closed. */
function closedBetween(calendar: CalendarSettings, from: string, to: string): string {
  const hours = openingHours(calendar);
  const [first, last] = [hours.dayOf(Date.parse(from)), hours.dayOf(Date.parse(to))];
  const holidays = new Set([...calendar.holidays.dates, ...(calendar.holidays.extra ?? [])]);
  const closed = Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (day) => hours.on(day).length === 0,
  );
  const named = closed.map((day) => {
    const date = new Date(day * dayLength);
    const isHoliday = holidays.has(date.toISOString().slice(0, 10));
    return isHoliday
      ? `the holiday on ${weekday.format(date)} ${dayOfYear.format(date)}`
      : isWeekend(day)
        ? 'the weekend'
        : weekday.format(date);
  });
  const days = [...new Set(named)];
  if (days.length === 0) return '';
  const sentence = `${list.format(days)} ${days.length === 1 ? 'does' : 'do'} not count.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function isWeekend(day: number): boolean {
  const { dayOfWeek } = Temporal.PlainDate.from(new Date(day * dayLength).toISOString().slice(0, 10));
  return dayOfWeek >= 6;
}
