import { publishableSettings } from '../../../domain/settings/publishable.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { InvalidInput, NotFound } from '../../../domain/steps/errors.ts';
import { published } from '../../adapters/store/keys.ts';
import {
  findSettings,
  listSettings,
  readLiveRevision,
  readLiveSettings,
} from '../../adapters/store/revisions.ts';
import type { SettingsRevision } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import { dated } from '../../publishing/subject.ts';
import { fieldErrors } from '../../runtime/field-errors.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import type { Services } from './services.ts';

interface Reading extends Exchange {
  readonly query: { readonly revision?: number | undefined };
}

export async function read({ table }: Services, { caller, query }: Reading) {
  admin(caller);
  const live = await readLiveRevision(table, published.settings);
  const { content, ...found } = await readSettingsRevision(table, query.revision ?? live);
  return { ...noteOf(found), live: found.revision === live, settings: content };
}

/** @throws NotFound */
export async function readSettingsRevision(table: Table, revision: number): Promise<SettingsRevision> {
  const found = await findSettings(table, revision);
  if (!found) throw new NotFound(`revision ${revision} of the settings`);
  return found;
}

/** What a revision says of itself. */
export function noteOf({ revision, at, author, note, hash, proven }: Omit<SettingsRevision, 'content'>) {
  return { revision, author, note, hash, ...(at !== undefined && { at }), ...(proven && { proven }) };
}

export async function list({ table }: Services, { caller }: Exchange) {
  admin(caller);
  const revisions = await listSettings(table);
  return { revisions: revisions.map((one) => ({ ...noteOf(one), changed: one.changed })) };
}

export async function check(
  { table }: Services,
  { caller, body }: Exchange & { readonly body: { readonly settings: unknown } },
) {
  admin(caller);
  const parsed = publishableSettings.safeParse(body.settings);
  if (!parsed.success) return { problems: fieldErrors(parsed.error.issues) };
  try {
    await dated(parsed.data, await readLiveSettings(table));
    return { problems: [] };
  } catch (error) {
    if (error instanceof InvalidInput)
      return { problems: [{ field: 'calendar.holidays', message: error.message }] };
    if (!(error instanceof Refusal)) throw error;
    const { errors = [] } = error.grounds;
    return {
      problems: errors.map(({ field, message }) => ({ field: field.replace('body.settings.', ''), message })),
    };
  }
}

type Kind = keyof Settings['promises'];

interface Previewing extends Exchange {
  readonly body: { readonly kind: Kind; readonly from: string; readonly settings?: Settings | undefined };
}

/** What happens when for a promise that is made at an instant and that nobody keeps. */
export async function previewLadder({ table }: Services, { caller, body }: Previewing) {
  admin(caller);
  const { kind, from } = body;
  // Calendars are needed here alone: not loaded by whoever lists or publishes.
  const { ladderFor } = await import('../../../domain/promises/journey-ladder.ts');
  const settings = await dated(body.settings, await readLiveSettings(table));
  const { ladder } = ladderFor(kind, settings, from, from);
  return {
    zone: settings.calendar.zone,
    due: ladder.due,
    rungs: ladder.rungs.map(({ at, action, to, message, due }) => ({
      at,
      action,
      to: to.map((role) => toldAs(role, settings)),
      message,
      due,
    })),
  };
}

/** Roles as the first people of the settings would have them; a job names its own. */
const places = { owner: 0, backup: 1, lead: 2, interviewer: 3, candidate: -1 } as const;

function toldAs(role: keyof typeof places, { staff }: Settings) {
  if (role === 'candidate') return { role, name: 'the candidate' };
  const { id, name } = staff[places[role]] ?? staff[0] ?? { id: 'nobody', name: 'nobody' };
  return { role, id, name };
}
