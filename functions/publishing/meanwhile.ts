import type { Change } from '../../domain/api/problem.ts';
import { changedFields } from '../../domain/settings/changed-fields.ts';
import type { Release } from '../../domain/publishing/release.ts';
import type { RevisionNote } from '../../domain/publishing/revision.ts';
import { statesInWords } from '../../domain/workflows/compare-states.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { listRevisions } from '../adapters/store/revision-list.ts';
import { published } from '../adapters/store/keys.ts';
import { listReleases, readRelease, readTexts } from '../adapters/store/releases.ts';
import { findSettings } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { findTemplates, templatesNote } from '../adapters/store/templates.ts';
import type { Subject } from './subject.ts';

/**
 * What others published of the edited machines since the release that an edit began from; nothing when their texts
 * are still the same, whatever else was published.
 * @throws NotFound for a release that there never was
 */
export async function releasedSince(table: Table, began: number, subject: Subject): Promise<Change[]> {
  const { live, liveTexts, edited } = subject;
  if (began === live.release) return [];
  const before = await readTexts(table, await readRelease(table, began));
  const touched = edited.filter((name) => before.get(name) !== liveTexts.get(name));
  if (touched.length === 0) return [];
  const releases = await listReleases(table);
  const since = releases.filter(
    ({ release, changed }) => release > began && changed.some((name) => touched.includes(name)),
  );
  return Promise.all(
    since.map(async (made) => {
      const { release, at, author, note, changed } = made;
      const names = touched.filter((name) => changed.includes(name));
      // What was tried and taken back was never what the next one changed.
      const older = releases.find((one) => one.release < release && one.takenBack === undefined);
      const difference = await differenceOf(table, older, made, names);
      return { what: `release ${release} of the workflows`, revision: release, at, author, note, difference };
    }),
  );
}

/** What one release changed of these machines, in words. */
async function differenceOf(
  table: Table,
  older: Release | undefined,
  made: Release,
  names: readonly WorkflowName[],
): Promise<string> {
  const [before, after] = await Promise.all([older && readTexts(table, older), readTexts(table, made)]);
  return names
    .map((name) => `${name}: ${statesInWords(before?.get(name) ?? '', after.get(name) ?? '')}`)
    .join('. ');
}

/** What others published of these parts of the templates since a revision. */
export async function templatesSince(
  table: Table,
  began: number,
  live: number,
  parts: readonly string[],
): Promise<Change[]> {
  if (began === live) return [];
  const [before, now] = await Promise.all([findTemplates(table, began), findTemplates(table, live)]);
  if (!parts.some((id) => before?.parts[id] !== now?.parts[id])) return [];
  return (await listRevisions(table, published.templates, templatesNote))
    .filter(({ revision, changed }) => revision > began && changed.some((id) => parts.includes(id)))
    .map((note) => changeOf('the templates', note, note.changed.join(', ')));
}

/** What others published of the settings since a revision; nothing when they say the same again. */
export async function settingsSince(table: Table, began: number, live: number): Promise<Change[]> {
  if (began === live) return [];
  const [before, now] = await Promise.all([findSettings(table, began), findSettings(table, live)]);
  if (!now || before?.hash === now.hash) return [];
  return [changeOf('the settings', now, changedFields(before?.content, now.content).join(', '))];
}

function changeOf(what: string, { revision, at, author, note }: RevisionNote, difference: string): Change {
  return {
    what: `revision ${revision} of ${what}`,
    revision,
    author,
    note,
    difference,
    ...(at !== undefined && { at }),
  };
}
