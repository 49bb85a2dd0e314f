/** A length of time as people set it: a number of one unit. */
export interface Length {
  readonly amount: number;
  readonly unit: Unit;
}

const units = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof units)[number];

const written: Readonly<Record<Unit, readonly [before: string, letter: string]>> = {
  minutes: ['PT', 'M'],
  hours: ['PT', 'H'],
  days: ['P', 'D'],
  weeks: ['P', 'W'],
  months: ['P', 'M'],
  years: ['P', 'Y'],
};

/** An ISO 8601 duration of one unit; undefined for one of several, which has to be written by hand. */
export function lengthOf(iso: string): Length | undefined {
  for (const unit of units) {
    const [before, letter] = written[unit];
    const [, amount] = new RegExp(`^${before}(\\d{1,6})${letter}$`).exec(iso) ?? [];
    if (amount !== undefined) return { amount: Number(amount), unit };
  }
  return undefined;
}

export function durationOf({ amount, unit }: Length): string {
  const [before, letter] = written[unit];
  return `${before}${amount}${letter}`;
}

/** `48 hours`, `1 day`; what is of several units stays as it is written. */
export function durationWords(iso: string): string {
  const length = lengthOf(iso);
  if (length === undefined) return iso;
  return `${length.amount} ${length.amount === 1 ? length.unit.slice(0, -1) : length.unit}`;
}
