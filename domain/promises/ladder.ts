import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import { addOnClock } from '../calendar/clock.ts';
import { addElapsed } from '../calendar/elapsed.ts';
import { fractionOf } from '../calendar/fraction.ts';
import { epochOf, isoOf } from '../calendar/instant.ts';
import type { Role } from './promise.ts';
import type { PromisePolicy } from './promise-policy.ts';

/** One thing that happens while nobody has kept the promise. */
export interface Rung<Message extends string = string> {
  /** Its place in the ladder, from 0. */
  readonly index: number;
  /** When it happens. */
  readonly at: string;
  readonly action: 'remind' | 'escalate' | 'delay' | 'release';
  readonly to: readonly Role[];
  /** The template to send; null if nothing is said. */
  readonly message: Message | null;
  /** The date that holds from then on; for a delay the new date that the candidate is told. */
  readonly due: string;
}

/** The whole life of a promise that nobody keeps. */
export interface Ladder<Message extends string = string> {
  /** The date that is promised first. */
  readonly due: string;
  /** In strict order of time; the last one is the only release. */
  readonly rungs: readonly Rung<Message>[];
}

/**
 * The deadline ladder of a promise: reminders and escalations before the first deadline; there and at
 * each further one but the last a delay; at the last the release.
 *
 * Takes instants: `from` is when the clock starts, for example the end of an interview. `openedAt` is when
 * the promise was made, if not then: reminders and escalations that were due by then are left out.
 * `anchor` is what the policy's backstop counts from, if not `from`. A deadline that the backstop cuts off
 * is the last one.
 * @throws CalendarNeverOpens if the calendar has too little business time.
 */
export const ladderOf = <Message extends string>(
  policy: PromisePolicy<Message>,
  from: string,
  calendar: CalendarSettings,
  { anchor = from, openedAt = from }: { anchor?: string; openedAt?: string } = {},
): Ladder<Message> => {
  const deadlines = deadlinesOf(policy, from, anchor, calendar);
  const opened = epochOf(openedAt);
  const told: readonly Role[] = policy.audience === 'candidate' ? ['candidate'] : [];

  const stepsBetween = (steps: PromisePolicy<Message>['ladder'], start: string, due: string) =>
    steps
      .map(({ at, action, to, message }) => ({
        at: fractionOf(start, due, at, policy.clock, calendar),
        action,
        to,
        message,
        due,
      }))
      // A backstop can cut the time so short that steps fall together: the first of them is enough.
      .filter(({ at }, index, all) => epochOf(at) > opened && at < due && at !== all[index - 1]?.at);

  const rungs = deadlines.flatMap((due, extension) => {
    const next = deadlines[extension + 1];
    return [
      ...(extension === 0
        ? stepsBetween(policy.ladder, from, due)
        : stepsBetween(policy.extension.ladder, deadlines[extension - 1] ?? from, due)),
      next === undefined
        ? { at: due, action: 'release' as const, to: told, message: policy.released, due }
        : { at: due, action: 'delay' as const, to: told, message: policy.delayed, due: next },
    ];
  });
  return { due: deadlines[0], rungs: rungs.map((rung, index) => ({ index, ...rung })) };
};

/** The date that is promised first; see ladderOf. */
export const firstDeadline = (
  { within, clock, backstop }: PromisePolicy,
  from: string,
  calendar: CalendarSettings,
  anchor = from,
): string => {
  const due = addOnClock(from, within, clock, calendar);
  if (backstop === undefined) return due;
  const latest = addElapsed(anchor, backstop, calendar.zone);
  return due < latest ? due : latest;
};

/** The promised date, then the date after each extension, up to the backstop and in strict order. */
const deadlinesOf = (
  policy: PromisePolicy,
  from: string,
  anchor: string,
  calendar: CalendarSettings,
): [string, ...string[]] => {
  const { clock, extension, backstop } = policy;
  const latest = backstop === undefined ? Infinity : epochOf(addElapsed(anchor, backstop, calendar.zone));
  const capped = (iso: string): string => isoOf(Math.min(epochOf(iso), latest));

  let due = firstDeadline(policy, from, calendar, anchor);
  const deadlines: [string, ...string[]] = [due];
  for (let time = 0; time < extension.times && epochOf(due) < latest; time += 1) {
    due = capped(addOnClock(due, extension.within, clock, calendar));
    deadlines.push(due);
  }
  return deadlines;
};
