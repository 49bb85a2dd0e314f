import type { Played } from './play.ts';
import type { Entry } from './timeline.ts';

/** What a candidate would notice of an edit, in one journey. */
export type Difference =
  | { readonly message: string; readonly change: 'no longer heard'; readonly at: string }
  | { readonly message: string; readonly change: 'newly heard'; readonly at: string }
  | {
      readonly message: string;
      readonly change: 'heard earlier' | 'heard later';
      readonly at: string;
      readonly before: string;
    }
  | {
      readonly message: string;
      readonly change: 'names another date';
      readonly at: string;
      readonly date: string;
      readonly before: string;
    };

/** What the candidate hears in one play and not, or not so, in the other; in order of the instants. */
export function differences(before: Played, after: Played): Difference[] {
  const [old, edited] = [heard(before), heard(after)];
  const lost = [...old].flatMap(([key, { text, at }]) =>
    edited.has(key) ? [] : [{ message: text, change: 'no longer heard' as const, at }],
  );
  const rest = [...edited].flatMap(([key, entry]): Difference[] => {
    const was = old.get(key);
    if (!was) return [{ message: entry.text, change: 'newly heard', at: entry.at }];
    return [...moved(was, entry), ...redated(was, entry)];
  });
  return [...lost, ...rest].toSorted((one, other) => one.at.localeCompare(other.at));
}

/** By message, and by how many of the same came before. */
function heard({ timeline }: Played): Map<string, Entry> {
  const counts = new Map<string, number>();
  const byKey = new Map<string, Entry>();
  for (const entry of timeline) {
    if (entry.what !== 'hears' || entry.who !== 'candidate') continue;
    const count = counts.get(entry.text) ?? 0;
    counts.set(entry.text, count + 1);
    byKey.set(`${entry.text}.${count}`, entry);
  }
  return byKey;
}

function moved(was: Entry, { text, at }: Entry): Difference[] {
  if (was.at === at) return [];
  return [{ message: text, change: at < was.at ? 'heard earlier' : 'heard later', at, before: was.at }];
}

/** A date that only moved with the message itself is no news of its own. */
function redated(was: Entry, { text, at, dates = {} }: Entry): Difference[] {
  if (was.at !== at) return [];
  return Object.entries(dates).flatMap(([name, date]): Difference[] => {
    const before = was.dates?.[name];
    if (before === undefined || before === date) return [];
    return [{ message: `${text}, ${name}`, change: 'names another date', at, date, before }];
  });
}
