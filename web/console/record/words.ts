import type { Outcome } from '../../../domain/application/stages.ts';
import type { PromiseKind } from '../../../domain/record/counters.ts';
import { isEnough, percentOf } from '../../../domain/record/share.ts';

/** What was promised, as a column of the table says it. */
export const promiseWords: Readonly<Record<PromiseKind, string>> = {
  acknowledgement: 'Acknowledgement',
  shortlist: 'Shortlist decision',
  'interview-date': 'Interview date',
  approval: 'Interview feedback',
  'next-step': 'Decision after interview',
  question: 'Answer to a question',
  feedback: 'Interviewer’s part (inside)',
};

export const endedWords: Readonly<Record<Outcome, string>> = {
  hired: 'Hired',
  declined: 'Declined',
  released: 'Released with an apology',
  withdrawn: 'Withdrawn',
};

const units = [
  { seconds: 86_400, name: 'd' },
  { seconds: 3_600, name: 'h' },
  { seconds: 60, name: 'min' },
  { seconds: 1, name: 's' },
] as const;

/** Seconds as people say them: `4 s`, `2.1 min`. */
export function duration(seconds: number): string {
  const unit = units.find((one) => seconds >= 2 * one.seconds) ?? units[3];
  return `${Math.round((10 * seconds) / unit.seconds) / 10} ${unit.name}`;
}

/** `12 of 13`, or a dash where nothing was. */
export const ratio = (part: number, n: number): string => (n === 0 ? '–' : `${part} of ${n}`);

/** A share as the large number says it: `92%`, and without a percentage when too few stand behind it. */
export function share(part: number, n: number): string {
  const percent = percentOf(part, n);
  return percent === undefined ? ratio(part, n) : `${percent}%`;
}

/** A mean with one decimal, or a dash when too few stand behind it. */
export const mean = (sum: number, n: number): string => (isEnough(n) ? (sum / n).toFixed(1) : '–');

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** `1 Jun – 7 Jun`. */
export const weekWords = ({ from, to }: { from: string; to: string }): string =>
  from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;

export const dayWords = (day: string): string => days.format(Date.parse(day));
