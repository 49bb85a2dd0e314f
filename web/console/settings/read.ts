import { typedDays } from '../../../domain/calendar/looked-up.ts';
import { publishableSettings } from '../../../domain/settings/publishable.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { Refused } from '../api/problems.ts';
import { plainWords } from './plain-words.ts';
import type { Place } from './raw.ts';

/** Settings as the editor shows them. */
export const textOf = (settings: unknown): string => `${JSON.stringify(settings, undefined, 2)}\n`;

/** Something that does not fit, by its place. */
export interface Fault {
  readonly place: Place;
  readonly message: string;
}

/** What the text of the draft says. */
export interface Read {
  readonly text: string;
  /** Undefined when the text is no JSON. */
  readonly raw: unknown;
  /** Undefined as long as something does not fit. */
  readonly settings: Settings | undefined;
  readonly faults: readonly Fault[];
}

/** Reads settings as the server will, which knows those that are `live`. */
export function readSettings(text: string, live?: Settings): Read {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const message = `This is no JSON: ${error instanceof Error ? error.message : String(error)}`;
    return { text, raw: undefined, settings: undefined, faults: [{ place: [], message }] };
  }
  const parsed = publishableSettings.safeParse(raw, { error: plainWords });
  if (parsed.success) {
    const faults = live ? typedIn(parsed.data, live) : [];
    return { text, raw, settings: faults.length === 0 ? parsed.data : undefined, faults };
  }
  const faults = parsed.error.issues.map(({ path, message }) => ({
    place: path.map((part) => (typeof part === 'number' ? part : String(part))),
    message,
  }));
  return { text, raw, settings: undefined, faults };
}

/** Public holidays that were typed; of another country than the live one only the server knows them. */
function typedIn({ calendar: { holidays } }: Settings, { calendar }: Settings): Fault[] {
  const { country, region, dates } = calendar.holidays;
  if (holidays.country !== country || holidays.region !== region) return [];
  return typedDays(holidays.dates, dates).map(({ path, message }) => ({ place: path, message }));
}

/** What the server refused of settings, by the place of its field; nothing when it refused them for something else. */
export function faultsOf(error: unknown): Fault[] {
  if (!(error instanceof Refused)) return [];
  return [...error.fields].flatMap(([field, message]): Fault[] => {
    const [whole, ...place] = field.split('.');
    return whole === 'settings' ? [{ place, message }] : [];
  });
}
