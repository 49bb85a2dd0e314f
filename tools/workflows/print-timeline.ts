import type { Difference } from '../../simulator/what-if/difference.ts';
import type { Played } from '../../simulator/what-if/play.ts';
import type { Entry } from '../../simulator/what-if/timeline.ts';

const minute = (at: string): string => at.slice(0, 16).replace('T', ' ');
const dated = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;
const short = (text: string): string => text.replaceAll(dated, minute);

/** Hours and minutes since the first instant: `+48:00`. */
export function since(start: string, at: string): string {
  const minutes = Math.floor((Date.parse(at) - Date.parse(start)) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `+${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const datesOf = ({ dates = {} }: Entry): string => {
  const named = Object.entries(dates).map(([name, date]) => `${name} ${minute(date)}`);
  return named.length === 0 ? '' : ` [${named.join(', ')}]`;
};

/** A timeline as text, one line for each thing that happened. */
export function timelineText(timeline: readonly Entry[], start: string): string {
  return timeline
    .map((entry) => {
      const when = `${minute(entry.at)} ${since(start, entry.at).padStart(8)}`;
      return `  ${when}  ${entry.what.padEnd(9)} ${entry.who}: ${short(entry.text)}${datesOf(entry)}`;
    })
    .join('\n');
}

/** A journey as text. */
export const playedText = (title: string, played: Played, start: string): string =>
  [
    `${played.scenario}: ${title}`,
    timelineText(played.timeline, start),
    `  ends: ${played.stage}, outcome ${played.outcome}`,
    '',
  ].join('\n');

/** What candidates would notice, as text. */
export const differenceText = (found: readonly Difference[]): string =>
  found.length === 0
    ? '  candidates notice nothing\n'
    : found
        .map((one) => {
          const before = 'before' in one ? `, before at ${minute(one.before)}` : '';
          const date = 'date' in one ? ` ${minute(one.date)}` : '';
          return `  ${minute(one.at)}  ${one.message}: ${one.change}${date}${before}\n`;
        })
        .join('');
