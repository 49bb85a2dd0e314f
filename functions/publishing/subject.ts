import { problemType } from '../../domain/api/problem.ts';
import { typedDays } from '../../domain/calendar/looked-up.ts';
import type { LiveRelease } from '../../domain/publishing/release.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { InvalidInput } from '../../domain/steps/errors.ts';
import { workflowNames } from '../../domain/workflows/names.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { readLiveRelease, readRelease, readTexts } from '../adapters/store/releases.ts';
import { readLiveSettings } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { Refusal } from '../runtime/refusal.ts';

/** Edited texts and settings; what is left out is live. */
export interface Edit {
  readonly definitions?: Readonly<Partial<Record<WorkflowName, string>>> | undefined;
  readonly settings?: Settings | undefined;
}

/** What an edit makes of what is live. */
export interface Subject {
  readonly live: LiveRelease;
  readonly liveTexts: ReadonlyMap<WorkflowName, string>;
  readonly texts: ReadonlyMap<WorkflowName, string>;
  readonly settings: Settings;
  /** The machines that were edited. */
  readonly edited: readonly WorkflowName[];
}

/** @throws NotFound before the first deployment is through */
export async function subjectOf(table: Table, { definitions = {}, settings }: Edit): Promise<Subject> {
  const live = await readLiveRelease(table);
  const [liveTexts, liveSettings] = await Promise.all([
    readRelease(table, live.release).then((release) => readTexts(table, release)),
    readLiveSettings(table),
  ]);
  const texts = new Map(liveTexts);
  const edited = workflowNames.filter((name) => definitions[name] !== undefined);
  for (const name of edited) texts.set(name, definitions[name] ?? '');
  return { live, liveTexts, texts, settings: await dated(settings, liveSettings), edited };
}

/**
 * Edited settings with the public holidays of their country and region: those that are known, or looked up.
 * @throws InvalidInput for a country or region that has no calendar; Refusal 422 for holidays that were typed
 */
export async function dated(edited: Settings | undefined, live: Settings): Promise<Settings> {
  if (!edited) return live;
  const [theirs, ours] = [edited.calendar.holidays, live.calendar.holidays];
  const hasMoved = theirs.country !== ours.country || theirs.region !== ours.region;
  const dates = hasMoved ? await lookedUp(edited) : ours.dates;
  const typed = typedDays(theirs.dates, ours.dates);
  // An edit that moves the company still holds the days of where it was.
  if (typed.length > 0 && typedDays(theirs.dates, dates).length > 0)
    throw new Refusal(422, {
      type: problemType.invalid,
      detail: 'public holidays are looked up, not typed',
      errors: typed.map(({ path, message }) => ({ field: ['body', 'settings', ...path].join('.'), message })),
    });
  return { ...edited, calendar: { ...edited.calendar, holidays: { ...theirs, dates } } };
}

async function lookedUp(settings: Settings): Promise<string[]> {
  // The calendars of the world are megabytes, and companies seldom move.
  const { holidaysOf, UnknownCountry, UnknownRegion } = await import('../calendar/holidays.ts');
  try {
    return holidaysOf(settings);
  } catch (error) {
    if (error instanceof UnknownCountry || error instanceof UnknownRegion)
      throw new InvalidInput(error.message);
    throw error;
  }
}
