import type { CalendarSettings } from '../calendar/calendar-settings.ts';
import type { Clock } from '../calendar/clock.ts';
import { addElapsed } from '../calendar/elapsed.ts';
import { fractionOf } from '../calendar/fraction.ts';
import { epochOf, isoOf } from '../calendar/instant.ts';
import { addOnClock } from '../calendar/on-clock.ts';
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
 * is the last one. `until` is the date promised first where it was agreed on rather than counted, such as
 * the end of a call's window; the time until then passes whether the company is open or not.
 * @throws CalendarNeverOpens if the calendar has too little business time.
 */
export const ladderOf = <Message extends string>(
  policy: PromisePolicy<Message>,
  from: string,
  calendar: CalendarSettings,
  { anchor = from, openedAt = from, until }: { anchor?: string; openedAt?: string; until?: string } = {},
): Ladder<Message> => {
  const latest = latestOf(policy, anchor, calendar);
  const first = until ?? firstDeadline(policy, from, calendar, anchor);
  const clock = until === undefined ? policy.clock : 'elapsed';
  const deadlines = deadlinesFrom(first, policy.extension.times, latest, policy, calendar);
  const rungs = rungsBetween(policy, calendar, { from, clock, steps: policy.ladder, deadlines, openedAt });
  return { due: first, rungs: rungs.map((rung, index) => ({ index, ...rung })) };
};

/**
 * What is left of a ladder that nobody has climbed for a while, because the machine that climbs it could not go on:
 * its taken rungs as they were, then the others as they stand at an instant.
 *
 * Of reminders that were missed the last is enough. A deadline that has passed, or that the candidate was told a later
 * date than (`told`), acts now, or on that date; those after it move along, so that nobody is told a date that is past.
 * A ladder that is on time stays as it is.
 */
export const takenUp = <Message extends string>(
  { policy, calendar, from }: { policy: PromisePolicy<Message>; calendar: CalendarSettings; from: string },
  rungs: readonly Rung<Message>[],
  { taken, told, at }: { readonly taken: number; readonly told?: string | undefined; readonly at: string },
): readonly Rung<Message>[] => {
  const done = rungs.filter(({ index }) => index <= taken);
  const left = rungs.filter(({ index }) => index > taken);
  const deadline = left.find(ends);
  if (deadline === undefined) return rungs;
  const stands = told !== undefined && told > deadline.at ? told : deadline.at;
  const now = at > stands ? at : stands;
  if (now === deadline.at) {
    const missed = left.filter((rung) => !ends(rung) && rung.at <= at);
    const forgotten = new Set(missed.slice(0, -1));
    return renumbered(
      done,
      left.filter((rung) => !forgotten.has(rung)),
    );
  }
  const { extension } = policy;
  const latest = latestOf(policy, from, calendar);
  const deadlines = deadlinesFrom(now, left.filter(ends).length - 1, latest, policy, calendar);
  const moved = rungsBetween(policy, calendar, {
    from: at,
    clock: policy.clock,
    steps: extension.ladder,
    deadlines,
    openedAt: at,
  });
  return renumbered(done, moved);
};

const ends = ({ action }: Pick<Rung, 'action'>): boolean => action === 'delay' || action === 'release';

const renumbered = <Message extends string>(
  done: readonly Rung<Message>[],
  left: readonly Omit<Rung<Message>, 'index'>[],
): readonly Rung<Message>[] => [
  ...done,
  ...left.map((rung, position) => ({ ...rung, index: done.length + position })),
];

interface Stretch<Message extends string> {
  /** When the clock of the first deadline started, how it counts, and what happens before that deadline. */
  readonly from: string;
  readonly clock: Clock;
  readonly steps: PromisePolicy<Message>['ladder'];
  readonly deadlines: readonly string[];
  /** Steps that were due by then are left out. */
  readonly openedAt: string;
}

const rungsBetween = <Message extends string>(
  policy: PromisePolicy<Message>,
  calendar: CalendarSettings,
  { from, clock, steps, deadlines, openedAt }: Stretch<Message>,
): Omit<Rung<Message>, 'index'>[] => {
  const opened = epochOf(openedAt);
  const told: readonly Role[] = policy.audience === 'candidate' ? ['candidate'] : [];

  const stepsBetween = (
    between: PromisePolicy<Message>['ladder'],
    start: string,
    due: string,
    counted: Clock,
  ) =>
    between
      .map(({ at, action, to, message }) => ({
        at: fractionOf(start, due, at, counted, calendar),
        action,
        to,
        message,
        due,
      }))
      // A backstop can cut the time so short that steps fall together: the first of them is enough.
      .filter(({ at }, index, all) => epochOf(at) > opened && at < due && at !== all[index - 1]?.at);

  return deadlines.flatMap((due, extension) => {
    const next = deadlines[extension + 1];
    const start = deadlines[extension - 1];
    return [
      ...(start === undefined
        ? stepsBetween(steps, from, due, clock)
        : stepsBetween(policy.extension.ladder, start, due, policy.clock)),
      next === undefined
        ? { at: due, action: 'release' as const, to: told, message: policy.released, due }
        : { at: due, action: 'delay' as const, to: told, message: policy.delayed, due: next },
    ];
  });
};

/** The date that is promised first; see ladderOf. */
export const firstDeadline = (
  policy: PromisePolicy,
  from: string,
  calendar: CalendarSettings,
  anchor = from,
): string =>
  capped(addOnClock(from, policy.within, policy.clock, calendar), latestOf(policy, anchor, calendar));

/** After this (ms since the epoch) no deadline may lie. */
const latestOf = ({ backstop }: PromisePolicy, anchor: string, calendar: CalendarSettings): number =>
  backstop === undefined ? Infinity : epochOf(addElapsed(anchor, backstop, calendar.zone));

const capped = (iso: string, latest: number): string => isoOf(Math.min(epochOf(iso), latest));

/** A deadline, then the date after each extension, up to the backstop and in strict order. */
const deadlinesFrom = (
  first: string,
  times: number,
  latest: number,
  { clock, extension }: PromisePolicy,
  calendar: CalendarSettings,
): string[] => {
  const deadlines = [first];
  let due = first;
  for (let time = 0; time < times && epochOf(due) < latest; time += 1) {
    due = capped(addOnClock(due, extension.within, clock, calendar), latest);
    deadlines.push(due);
  }
  return deadlines;
};
