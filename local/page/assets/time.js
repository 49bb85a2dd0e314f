const full = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const short = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const zoneName = new Intl.DateTimeFormat(undefined, { timeZoneName: 'short' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const fullTime = (instant) => full.format(new Date(instant));
export const shortTime = (instant) => short.format(new Date(instant));

/** The viewer's zone at an instant, e.g. `CET`. */
export const zone = (instant) =>
  zoneName.formatToParts(new Date(instant)).find(({ type }) => type === 'timeZoneName')?.value ?? '';

/** `in 2 d 3 h`, `in 5 min`, `now`; what is past counts as now. */
export function until(instant, now) {
  const left = new Date(instant).getTime() - new Date(now).getTime();
  if (left < MINUTE) {
    return 'now';
  }
  const days = Math.floor(left / DAY);
  const hours = Math.floor((left % DAY) / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  const parts = [
    days > 0 && `${days} d`,
    hours > 0 && `${hours} h`,
    days === 0 && minutes > 0 && `${minutes} min`,
  ];
  return `in ${parts.filter(Boolean).join(' ')}`;
}

/** An instant as the value of a `datetime-local` field. */
export function fieldValue(instant) {
  const date = new Date(instant);
  return new Date(date.getTime() - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
