import * as z from 'zod';
import { liveRelease, release } from '../../../domain/publishing/release.ts';
import type { LiveRelease, Release } from '../../../domain/publishing/release.ts';
import { revisionNote } from '../../../domain/publishing/revision.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { workflowNames } from '../../../domain/workflows/names.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { findItem } from './items.ts';
import { keys, published } from './keys.ts';
import { listRevisions } from './revision-list.ts';
import type { Table, Write } from './table.ts';

/** What is kept of a revision of a machine besides its text. */
const workflowRevision = z.strictObject({
  ...revisionNote.shape,
  /** The version of Step Functions that runs it. */
  versionArn: z.string(),
  /** Hash of what that version runs: the text with all placeholders filled, and the role. */
  filled: z.string(),
  /** Whether the text is that of the revision before. */
  same: z.boolean(),
});
export type WorkflowRevision = z.output<typeof workflowRevision>;

const withContent = workflowRevision.extend({ content: z.string() });

/** What new applications start on, or undefined before the first deployment is through. */
export function findLiveRelease(table: Table): Promise<LiveRelease | undefined> {
  return findItem(table, keys.live(published.workflows), liveRelease);
}

/** @throws NotFound before the first deployment is through */
export async function readLiveRelease(table: Table): Promise<LiveRelease> {
  const found = await findLiveRelease(table);
  if (!found) throw new NotFound('a published release of the workflows');
  return found;
}

/** @throws NotFound */
export async function readRelease(table: Table, number: number): Promise<Release> {
  const found = await findItem(table, keys.revision(published.workflows, number), release);
  if (!found) throw new NotFound(`release ${number}`);
  return found;
}

/** Every release, newest first. */
export function listReleases(table: Table): Promise<Release[]> {
  return listRevisions(table, published.workflows, release);
}

/** Every revision of a machine without its text, newest first. */
export function listWorkflowRevisions(table: Table, name: WorkflowName): Promise<WorkflowRevision[]> {
  return listRevisions(table, published.workflow(name), workflowRevision);
}

/**
 * A revision of a machine with its text.
 * @throws NotFound
 */
export async function readWorkflowRevision(table: Table, name: WorkflowName, revision: number) {
  const found = await findItem(table, keys.revision(published.workflow(name), revision), withContent);
  if (!found) throw new NotFound(`revision ${revision} of ${name}`);
  return found;
}

/** The texts of a release, by machine. */
export async function readTexts(table: Table, { parts }: Release): Promise<Map<WorkflowName, string>> {
  const texts = await Promise.all(
    workflowNames.flatMap((name) => {
      const revision = parts[name];
      if (revision === undefined) return [];
      return [readWorkflowRevision(table, name, revision).then(({ content }) => [name, content] as const)];
    }),
  );
  return new Map(texts);
}

/** The write that adds a revision of a machine. */
export function workflowRevisionWrite(
  table: Table,
  name: WorkflowName,
  revision: WorkflowRevision & { readonly content: string },
): Write {
  const key = keys.revision(published.workflow(name), revision.revision);
  return newItem(table, { ...key, ...revision });
}

/** The write that adds a release. */
export function releaseWrite(table: Table, made: Release): Write {
  return newItem(table, { ...keys.revision(published.workflows, made.release), ...made });
}

/** The write that notes of a release that it was taken back. */
export function takenBackWrite(table: Table, noted: Release): Write {
  const Item = { ...keys.revision(published.workflows, noted.release), ...noted };
  return { Put: { TableName: table.name, Item, ConditionExpression: 'attribute_exists(pk)' } };
}

function newItem(table: Table, Item: Record<string, unknown>): Write {
  return { Put: { TableName: table.name, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}
