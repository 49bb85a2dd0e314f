import { exactMilliseconds } from '../calendar/duration.ts';
import { epochOf, isoOf } from '../calendar/instant.ts';

/** Whether something done `at` an instant keeps a promise: on the promised instant is still on time. */
export const kept = (due: string, at: string): boolean => epochOf(at) <= epochOf(due);

/**
 * Until when a decision can be undone, which is when its message leaves. The undo window (an ISO 8601
 * duration in hours, minutes, seconds) never makes a message late: a decision made in time is sent by
 * `due` at the latest, and one made after it, before the timer came round, at once.
 */
export const holdUntil = (decidedAt: string, due: string, undoWindow: string): string => {
  const decided = epochOf(decidedAt);
  return isoOf(Math.max(decided, Math.min(decided + exactMilliseconds(undoWindow), epochOf(due))));
};

/**
 * Whether the end of a promise is told when it is settled: one that the timer found broken has a new date by then,
 * and was told as broken. Between the date and the timer coming round a person may settle it, too late.
 */
export const isRecordedAtClosing = ({
  kept,
  due,
  firstDue,
}: {
  readonly kept?: boolean | undefined;
  readonly due: string;
  readonly firstDue: string;
}): boolean => kept === true || (kept === false && due === firstDue);
