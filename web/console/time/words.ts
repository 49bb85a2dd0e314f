const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const moments = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** `Thu, 5 Mar, 14:05` in the reader's own zone. */
export const moment = (instant: string): string => moments.format(Date.parse(instant));

/** The same in the zone of whoever is told: `Wed, 4 Mar, 10:00 GMT`. */
export const momentIn = (instant: string, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(Date.parse(instant));

const clockTimes = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `14:05`, where the day is told already. */
export const clockTime = (instant: string): string => clockTimes.format(Date.parse(instant));

/** `16:20` on the same day, else the whole moment. */
export const timeOrMoment = (instant: string, now: number): string =>
  days.format(Date.parse(instant)) === days.format(now) ? clockTime(instant) : moment(instant);

export const date = (instant: string): string => days.format(Date.parse(instant));

/** A length of time in the largest unit that says enough: `31 min`, `5 h`, `3 days`. */
export function length(milliseconds: number): string {
  const long = Math.abs(milliseconds);
  if (long < minute) return 'under a minute';
  if (long < 2 * hour) return `${Math.floor(long / minute)} min`;
  if (long < 2 * day) return `${Math.floor(long / hour)} h`;
  return `${Math.floor(long / day)} days`;
}

export type Urgency = 'late' | 'soon' | 'in-time';

/** Within four hours something is soon: half a working day is what it takes to find a person. */
export function urgency(due: string, now: number): Urgency {
  const left = Date.parse(due) - now;
  if (left <= 0) return 'late';
  return left < 4 * hour ? 'soon' : 'in-time';
}

/** `31 min left`, `2 h late`. */
export function remaining(due: string, now: number): string {
  const left = Date.parse(due) - now;
  return left <= 0 ? `${length(left)} late` : `${length(left)} left`;
}

/** `20 s ago`, `5 min ago`, else the moment itself. */
export function ago(at: string, now: number): string {
  const past = now - Date.parse(at);
  if (past < minute) return `${Math.max(1, Math.round(past / 1000))} s ago`;
  return past < day ? `${length(past)} ago` : `on ${moment(at)}`;
}
