import { openingHours } from '../calendar/opening-hours.ts';
import type { Stretch } from '../calendar/opening-hours.ts';
import { exactMilliseconds } from '../calendar/duration.ts';
import { epochOf, isoOf } from '../calendar/instant.ts';
import type { Settings } from '../settings/settings.ts';
import type { CallWindow } from './question.ts';

/** Further than this nobody looks for an open day: the longest closing of a year with its weekends. */
const searchedDays = 60;

/**
 * When a candidate may ask to be called, at an instant: the windows of the next days on which the company is
 * open, in order. Each day's opening hours are cut from their beginning into windows; what is left over is
 * none. `notice` keeps out what begins too soon for anybody to make the call.
 */
export function callWindows({ calendar, callBacks }: Settings, at: string): CallWindow[] {
  const hours = openingHours(calendar);
  const length = exactMilliseconds(callBacks.window);
  const earliest = epochOf(at) + exactMilliseconds(callBacks.notice);
  const first = hours.dayOf(earliest);
  const windows: CallWindow[] = [];
  let left = callBacks.days;
  for (let day = first; left > 0 && day < first + searchedDays; day += 1) {
    const ofDay = hours.on(day).flatMap((stretch) => cut(stretch, length, earliest));
    windows.push(...ofDay);
    if (ofDay.length > 0) left -= 1;
  }
  return windows;
}

function cut({ start, end }: Stretch, length: number, earliest: number): CallWindow[] {
  const windows: CallWindow[] = [];
  for (let from = start; from + length <= end; from += length) {
    if (from >= earliest) windows.push({ from: isoOf(from), to: isoOf(from + length) });
  }
  return windows;
}

/** Whether a window is one of those offered at an instant, to the millisecond. */
export function isOffered(settings: Settings, at: string, wanted: CallWindow): boolean {
  return callWindows(settings, at).some(
    ({ from, to }) => epochOf(from) === epochOf(wanted.from) && epochOf(to) === epochOf(wanted.to),
  );
}
