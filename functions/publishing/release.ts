import {
  canaryStarted,
  firstLive,
  publishedAtOnce,
  refuseDuringCanary,
} from '../../domain/publishing/live-changes.ts';
import type { LiveRelease, Release } from '../../domain/publishing/release.ts';
import { provenInWords } from '../../domain/publishing/revision.ts';
import { Contended, NotAllowed } from '../../domain/steps/errors.ts';
import { workflowNames } from '../../domain/workflows/names.ts';
import type { WorkflowName } from '../../domain/workflows/names.ts';
import { adminEventWrite } from '../adapters/store/admin-events.ts';
import { readInstallation } from '../adapters/store/installation.ts';
import { liveWrite } from '../adapters/store/live-release.ts';
import { findLiveRelease, listReleases, readTexts, releaseWrite } from '../adapters/store/releases.ts';
import { commit, NotCommitted } from '../adapters/store/table.ts';
import type { Write } from '../adapters/store/table.ts';
import { compose } from './compose.ts';
import type { By } from './compose.ts';
import { settle } from './settle.ts';
import type { Settling } from './settle.ts';

/** What is to be published: all texts of the set, and for whom. */
export interface Releasing {
  readonly texts: ReadonlyMap<WorkflowName, string>;
  readonly by: By;
  /** What was live when they were put together: another one by now is a colleague's, and not in them. */
  readonly on?: number | undefined;
  /** A share of new applications for so many hours; everybody at once without it. */
  readonly canary?: { readonly percent: number; readonly hours: number } | undefined;
  /** The release whose texts these are. */
  readonly restores?: number;
  /** Written together with it. */
  readonly writes?: readonly Write[];
}

export interface Released {
  readonly live: LiveRelease;
  readonly release: Release;
}

/**
 * Publishes a set of machines in one go: versions first, on which nothing starts yet; then one transaction that
 * holds revisions, release and what is live; then the aliases follow. After a crash before the transaction nothing
 * has happened; after it the schedule, or the next to publish, lets the aliases follow.
 * @throws NotAllowed when it is what is live already, or while a canary runs
 * @throws Contended when somebody else published at the same moment
 */
export async function release(services: Settling, what: Releasing): Promise<Released> {
  const released = await releaseUnlessLive(services, what);
  if (!released) throw new NotAllowed('there is nothing to publish: this is live already');
  return released;
}

/** Like `release`, but gives nothing when it is what is live already. */
export async function releaseUnlessLive(services: Settling, what: Releasing): Promise<Released | undefined> {
  const { table } = services;
  const { texts, by, on, restores } = what;
  const live = await findLiveRelease(table);
  if (on !== undefined && live?.release !== on) throw new Contended('what is live');
  const releases = await listReleases(table);
  const standing = releases.find(({ release }) => release === live?.release);
  const composed = await compose({ ...services }, await readInstallation(table), texts, by);
  if (standing && sameParts(standing.parts, composed.parts)) {
    // Published before by somebody who was cut off: the aliases may not have followed.
    await settle(services);
    return undefined;
  }
  if (live) refuseDuringCanary(live);
  const before = standing ? await readTexts(table, standing) : new Map<WorkflowName, string>();
  const made: Release = {
    release: (releases[0]?.release ?? 0) + 1,
    at: by.at,
    author: by.author,
    note: by.note,
    changed: workflowNames.filter((name) => before.get(name) !== texts.get(name)),
    parts: composed.parts,
    proven: by.proven,
    ...(restores !== undefined && { restores }),
  };
  const next = nextLive(live, made, what.canary);
  const event = adminEventWrite(table, {
    at: by.at,
    type: typeOf(what),
    actor: by.author,
    note: by.note,
    detail: { release: made.release, changed: made.changed.join(', '), ...provenInWords(by.proven) },
  });
  const writes = [...composed.writes, releaseWrite(table, made), liveWrite(table, next), event];
  try {
    await commit(table, [...writes, ...(what.writes ?? [])]);
  } catch (error) {
    if (error instanceof NotCommitted) throw new Contended('what is live');
    throw error;
  }
  return { live: await settle(services), release: made };
}

function nextLive(
  live: LiveRelease | undefined,
  { release, at }: Release,
  canary: Releasing['canary'],
): LiveRelease {
  if (!live) return firstLive(release);
  if (!canary) return publishedAtOnce(live, release);
  const until = new Date(Date.parse(at) + canary.hours * 3_600_000).toISOString();
  return canaryStarted(live, { release, percent: canary.percent, startedAt: at, until });
}

function typeOf({ canary, restores }: Releasing) {
  if (restores !== undefined) return 'WorkflowsRestored';
  return canary ? 'CanaryStarted' : 'WorkflowsPublished';
}

function sameParts(one: Release['parts'], other: Release['parts']): boolean {
  return workflowNames.every((name) => one[name] === other[name]);
}
