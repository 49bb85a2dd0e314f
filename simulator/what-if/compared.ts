import type { Shifts, Summary } from './many.ts';

/** What an edit changes for many candidates, in numbers of journeys. */
export interface Compared {
  readonly earlier: number;
  readonly later: number;
  /** By how much the first answer moves, the greatest gain first: `a day earlier`. */
  readonly shifts: ReadonlyMap<string, number>;
}

/** Who would have heard earlier or later than with the version that the journeys were played against. */
export function compared({ answers }: Pick<Summary, 'answers'>): Compared {
  const shifts = new Map<string, number>();
  for (const [hours, count] of [...answers].toSorted(([one], [other]) => one - other)) {
    const how = `${lengthOf(Math.abs(hours))} ${hours < 0 ? 'earlier' : 'later'}`;
    shifts.set(how, (shifts.get(how) ?? 0) + count);
  }
  return { earlier: of(answers, (hours) => hours < 0), later: of(answers, (hours) => hours > 0), shifts };
}

const of = (shifts: Shifts, wanted: (hours: number) => boolean): number =>
  [...shifts].reduce((sum, [hours, count]) => sum + (wanted(hours) ? count : 0), 0);

function lengthOf(hours: number): string {
  if (hours < 12) return hours < 6 ? 'up to 5 h' : '6 to 11 h';
  if (hours < 24) return '12 to 23 h';
  return hours < 48 ? 'a day' : `${Math.floor(hours / 24)} days`;
}
