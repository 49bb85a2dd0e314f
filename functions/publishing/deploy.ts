import type { TemplateCatalogue } from '../../domain/messages/catalogue.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { clockOf } from '../adapters/machines.ts';
import { adminEventWrite } from '../adapters/store/admin-events.ts';
import { hashOf } from '../adapters/store/hash.ts';
import { deployedWrite, installationWrite, readDeployed } from '../adapters/store/installation.ts';
import type { Installation } from '../adapters/store/installation.ts';
import { publishSettings } from '../adapters/store/publishing.ts';
import { commit } from '../adapters/store/table.ts';
import { hashOfParts, partsOf, publishTemplates } from '../adapters/store/template-publishing.ts';
import { courseOf, Diverged, things } from './diverged.ts';
import type { Standing, Thing } from './diverged.ts';
import { releaseUnlessLive } from './release.ts';
import type { Settling } from './settle.ts';
import { hashOfTexts, liveSettings, liveTemplates, liveWorkflows } from './standing.ts';

/** What a deployment brings from the repository, and where its machines run. */
export interface Brought {
  readonly installation: Installation;
  readonly workflows: ReadonlyMap<WorkflowName, string>;
  readonly settings: Settings;
  readonly templates: TemplateCatalogue;
  /** The Markdown of each message, as `en/acknowledgement`. */
  readonly sources: Readonly<Record<string, string>>;
  /** What is published even if somebody else published since the last deployment. */
  readonly overwrite: readonly Thing[];
}

/**
 * Publishes what changed in the repository since the last deployment. What nobody changed there stays as admins
 * published it; workflows are then published anew if what their placeholders stand for has changed.
 * @throws Diverged, before anything is published, when it would overwrite what an admin published
 * @throws NotAllowed while a canary runs and the machines have to change
 */
export async function deploy(services: Settling, brought: Brought): Promise<Record<Thing, Course>> {
  const { table } = services;
  const parts = partsOf(brought.templates, brought.sources);
  const hashes: Record<Thing, string> = {
    workflows: hashOfTexts(brought.workflows),
    settings: hashOf(brought.settings),
    templates: hashOfParts(
      Object.fromEntries(Object.entries(parts).map(([id, { content }]) => [id, hashOf(content)])),
    ),
  };
  const workflows = await liveWorkflows(table);
  const live = { workflows, settings: await liveSettings(table), templates: await liveTemplates(table) };
  const courses = await coursesOf(services, hashes, live, brought.overwrite);

  await commit(table, [installationWrite(table, brought.installation)]);
  const at = await clockOf(services.workflows, brought.installation);
  const by = {
    author: 'deployment',
    note: 'published by the deployment',
    at,
    proven: { verdict: 'none' },
  } as const;
  const told = (type: 'SettingsPublished' | 'TemplatesPublished') => (revision: number) => [
    adminEventWrite(table, { at, type, actor: by.author, note: by.note, detail: { revision } }),
  ];
  if (courses.settings === 'publish')
    await publishSettings(table, brought.settings, by, told('SettingsPublished'));
  if (courses.templates === 'publish') await publishTemplates(table, parts, by, told('TemplatesPublished'));
  const texts = courses.workflows === 'publish' ? brought.workflows : (workflows?.texts ?? brought.workflows);
  // Machines are published anew, though no text has changed, when a step has another address now.
  await releaseUnlessLive(services, { texts, on: workflows?.release, by });
  await commit(table, [deployedWrite(table, hashes)]);
  return courses;
}

type Course = 'publish' | 'leave';

async function coursesOf(
  { table }: Settling,
  hashes: Record<Thing, string>,
  live: Record<Thing, Standing | undefined>,
  overwrite: readonly Thing[],
): Promise<Record<Thing, Course>> {
  const last = await readDeployed(table);
  const conflicts: { thing: Thing; live: Standing }[] = [];
  const courses: Record<Thing, Course> = { workflows: 'leave', settings: 'leave', templates: 'leave' };
  for (const thing of things) {
    const standing = live[thing];
    const course = courseOf(hashes[thing], standing, last[thing]);
    if (course === 'conflict' && standing && !overwrite.includes(thing))
      conflicts.push({ thing, live: standing });
    courses[thing] = course === 'leave' ? 'leave' : 'publish';
  }
  if (conflicts.length > 0) throw new Diverged(conflicts);
  return courses;
}
