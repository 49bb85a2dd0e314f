/** A public holiday that somebody typed or left out: where in the settings, and what to do instead. */
export interface TypedDay {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const place = ['calendar', 'holidays', 'dates'] as const;

/**
 * Public holidays are looked up, never typed: what differs between `dates` and those that were looked up. None at all
 * is fine, too: it is how the settings stand in their file.
 */
export function typedDays(dates: readonly string[], lookedUp: readonly string[]): TypedDay[] {
  if (dates.length === 0) return [];
  const known = new Set(lookedUp);
  const kept = new Set(dates);
  const typed = [...dates.entries()].flatMap(([index, day]): TypedDay[] =>
    known.has(day)
      ? []
      : [
          {
            path: [...place, index],
            message: `${day} is no public holiday that was looked up: a closed day of the company belongs in holidays.extra`,
          },
        ],
  );
  const missing = lookedUp.filter((day) => !kept.has(day));
  const [first] = missing;
  // Whoever began with an empty list misses none of them.
  if (first === undefined || missing.length === lookedUp.length) return typed;
  const which = missing.length === 1 ? `${first} is` : `${first} and ${missing.length - 1} more are`;
  const message = `${which} left out: public holidays are looked up by country and region and cannot be picked here. Empty the list, or leave it as it was; a closed day of the company belongs in holidays.extra`;
  return [...typed, { path: place, message }];
}
