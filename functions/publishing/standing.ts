import { workflowNames } from '../../domain/workflows/names.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { hashOf } from '../adapters/store/hash.ts';
import { published } from '../adapters/store/keys.ts';
import { findLiveRelease, readRelease, readTexts } from '../adapters/store/releases.ts';
import { findLiveRevision, findSettings } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { findTemplates } from '../adapters/store/templates.ts';
import type { Standing } from './diverged.ts';

/** The hash of a whole set of machines, whatever their order. */
export function hashOfTexts(texts: ReadonlyMap<WorkflowName, string>): string {
  return hashOf(workflowNames.map((name) => [name, texts.get(name)]));
}

/** What is live of the workflows, with all texts; undefined before the first deployment. */
export async function liveWorkflows(
  table: Table,
): Promise<
  (Standing & { readonly release: number; readonly texts: ReadonlyMap<WorkflowName, string> }) | undefined
> {
  const live = await findLiveRelease(table);
  if (!live) return undefined;
  const { author, at, note, release, changed, ...rest } = await readRelease(table, live.release);
  const texts = await readTexts(table, { author, at, note, release, changed, ...rest });
  const what = `release ${release} of the workflows (${changed.join(', ')})`;
  return { release, texts, hash: hashOfTexts(texts), by: { author, at, note, what } };
}

/** What is live of the settings; undefined before the first deployment. */
export async function liveSettings(table: Table): Promise<Standing | undefined> {
  const live = await findLiveRevision(table, published.settings);
  const found = live === undefined ? undefined : await findSettings(table, live);
  if (!found) return undefined;
  const { author, at, note, hash, revision } = found;
  return { hash, by: { author, at, note, what: `revision ${revision} of the settings` } };
}

/** What is live of the templates; undefined before the first deployment. */
export async function liveTemplates(table: Table): Promise<Standing | undefined> {
  const live = await findLiveRevision(table, published.templates);
  const found = live === undefined ? undefined : await findTemplates(table, live);
  if (!found) return undefined;
  const { author, at, note, hash, revision, changed } = found;
  return {
    hash,
    by: { author, at, note, what: `revision ${revision} of the templates (${changed.join(', ')})` },
  };
}
