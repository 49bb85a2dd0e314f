import * as z from 'zod';
import { revisionNote } from '../../../domain/publishing/revision.ts';
import { NotFound } from '../../../domain/steps/errors.ts';
import { settings } from '../../../domain/settings/settings.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { findItem } from './items.ts';
import { keys, published } from './keys.ts';
import { listRevisions } from './revision-list.ts';
import type { Table } from './table.ts';

const livePointer = z.strictObject({ revision: z.int().positive() });

/** What a revision of the settings says of itself, and which of its parts are new. */
const settingsNote = z.strictObject({ ...revisionNote.shape, changed: z.array(z.string()).default([]) });
const settingsRevision = settingsNote.extend({ content: settings });
export type SettingsRevision = z.output<typeof settingsRevision>;

/** The revision of a published thing that new applications start with, or undefined before the first. */
export async function findLiveRevision(table: Table, thing: string): Promise<number | undefined> {
  return (await findItem(table, keys.live(thing), livePointer))?.revision;
}

/**
 * The revision that new applications start with.
 * @throws NotFound when nothing was ever published, which means the deployment did not finish
 */
export async function readLiveRevision(table: Table, thing: string): Promise<number> {
  const revision = await findLiveRevision(table, thing);
  if (revision === undefined) throw new NotFound(`a published revision of ${thing}`);
  return revision;
}

/** Every revision of the settings without its content, newest first. */
export function listSettings(table: Table) {
  return listRevisions(table, published.settings, settingsNote);
}

/** One revision of the settings with who published it, or undefined. */
export function findSettings(table: Table, revision: number): Promise<SettingsRevision | undefined> {
  return findItem(table, keys.revision(published.settings, revision), settingsRevision);
}

/**
 * One revision of the settings.
 * @throws NotFound
 */
export async function readSettings(table: Table, revision: number): Promise<Settings> {
  const found = await findSettings(table, revision);
  if (!found) throw new NotFound(`revision ${revision} of the settings`);
  return found.content;
}

/**
 * The settings that new applications start with.
 * @throws NotFound
 */
export async function readLiveSettings(table: Table): Promise<Settings> {
  return readSettings(table, await readLiveRevision(table, published.settings));
}

/**
 * The settings an application keeps to: clocks, ladders, holidays and offers of those it was pinned to, or of the live
 * ones before it has begun. The company and its people are always as they are now: who came since can be named and
 * written to, and nobody is told to telephone somebody who has left.
 */
export async function settingsOf(
  table: Table,
  { pins }: { readonly pins?: { readonly settings: number } | undefined },
): Promise<Settings> {
  if (!pins) return readLiveSettings(table);
  const [pinned, revision = pins.settings] = await Promise.all([
    readSettings(table, pins.settings),
    findLiveRevision(table, published.settings),
  ]);
  if (revision === pins.settings) return pinned;
  const { company, staff } = await readSettings(table, revision);
  return { ...pinned, company, staff };
}
