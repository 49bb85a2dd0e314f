import { compared } from '../../simulator/what-if/compared.ts';
import { playMany } from '../../simulator/what-if/many.ts';
import type { Journey, Shifts, Summary } from '../../simulator/what-if/many.ts';
import type { Version } from '../../simulator/what-if/play.ts';
import { progressLine } from './progress.ts';

interface Against {
  readonly current: Version;
  readonly edited: Version | undefined;
  /** How many journeys there are, for the bar. */
  readonly total: number;
  readonly json: boolean;
}

const often = 20;
const width = 30;

/** Plays many journeys behind a progress bar, and tells what became of them all; with an edit, what it changes. */
export async function summarized(
  journeys: Iterable<Journey>,
  { current, edited, total, json }: Against,
): Promise<string> {
  const progress = progressLine();
  const summary = await playMany(journeys, edited ?? current, edited && current, (played) => {
    if (played % often > 0 && played < total) return;
    const done = Math.round((played / total) * width);
    progress.show(`[${'#'.repeat(done)}${'-'.repeat(width - done)}] ${played} of ${total} journeys`);
  });
  progress.clear();
  return json
    ? `${JSON.stringify(plain(summary), undefined, 2)}\n`
    : summaryText(summary, edited !== undefined);
}

const plain = ({ outcomes, hoursToAnswer, answers, noticed, ...rest }: Summary): object => ({
  ...rest,
  outcomes: Object.fromEntries(outcomes),
  hoursToAnswer: Object.fromEntries(hoursToAnswer),
  answers: Object.fromEntries(answers),
  noticed: Object.fromEntries(noticed),
});

function summaryText(summary: Summary, hasOther: boolean): string {
  const { journeys, outcomes, kept, broken, failed, hoursToAnswer } = summary;
  const ended = [...outcomes].toSorted(([, one], [, other]) => other - one);
  const lines = [
    `${counted(journeys)}: ${ended.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}.`,
    `Promises: ${kept} kept, ${broken} broken. Journeys that HR had to look after: ${failed}.`,
    `First answer after ${percentile(hoursToAnswer, 0.5)} h (half of them), ${percentile(hoursToAnswer, 0.95)} h (95 in 100).`,
    ...(hasOther ? comparedText(summary) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function comparedText(summary: Summary): string[] {
  const { journeys, same, noticed } = summary;
  const { earlier, later, shifts } = compared(summary);
  return [
    '',
    `Against the current version: of ${counted(journeys)}, ${earlier || 'none'} would have heard earlier, ${later || 'none'} later; ${same} would have noticed nothing.`,
    ...[...shifts].map(([how, count]) => `  ${count} ${how}`),
    ...[...noticed].toSorted(byText).map(([what, count]) => `  ${count} × ${what}`),
  ];
}

const byText = ([one]: readonly [string, number], [other]: readonly [string, number]): number =>
  one < other ? -1 : 1;

function percentile(hours: Shifts, share: number): number {
  const sorted = [...hours].toSorted(([one], [other]) => one - other);
  const wanted = share * [...hours.values()].reduce((sum, count) => sum + count, 0);
  let seen = 0;
  return sorted.find(([, count]) => (seen += count) >= wanted)?.[0] ?? 0;
}

const counted = (journeys: number): string => `${journeys} ${journeys === 1 ? 'journey' : 'journeys'}`;
