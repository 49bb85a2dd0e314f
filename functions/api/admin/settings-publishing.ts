import { published } from '../../adapters/store/keys.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { provenInWords } from '../../../domain/publishing/revision.ts';
import type { Proven } from '../../../domain/publishing/revision.ts';
import { Contended } from '../../../domain/steps/errors.ts';
import { adminEventWrite } from '../../adapters/store/admin-events.ts';
import { publishSettings } from '../../adapters/store/publishing.ts';
import { readLiveRevision } from '../../adapters/store/revisions.ts';
import { NotCommitted } from '../../adapters/store/table.ts';
import { settingsSince } from '../../publishing/meanwhile.ts';
import { subjectOf } from '../../publishing/subject.ts';
import type { Exchange } from '../../runtime/request.ts';
import { admin } from './admins.ts';
import { demandProof, refuseIfChanged } from './demands.ts';
import type { Services } from './services.ts';
import { noteOf, readSettingsRevision } from './settings.ts';

interface Edited extends Exchange {
  readonly headers: { readonly 'if-match': number };
}

interface Publishing extends Edited {
  readonly body: {
    readonly settings: Settings;
    readonly note: string;
    readonly force?: { readonly reason: string } | undefined;
  };
}

/** Publishes settings that were proved with the live machines. */
export async function publish(services: Services, { caller, headers, body, at }: Publishing) {
  const { id } = admin(caller);
  const on = await refuseIfNewer(services, headers['if-match']);
  const subject = await subjectOf(services.table, { settings: body.settings });
  const proven = await demandProof(services, subject, body.force, at);
  return put(services, subject.settings, { id, at, note: body.note, proven, on });
}

interface Restoring extends Edited {
  readonly params: { readonly revision: number };
  readonly body: { readonly note: string };
}

/** Publishes the content of an earlier revision anew. */
export async function restore(services: Services, { caller, params, headers, body, at }: Restoring) {
  const { id } = admin(caller);
  const on = await refuseIfNewer(services, headers['if-match']);
  const { content, proven, revision } = await readSettingsRevision(services.table, params.revision);
  const by = { id, at, note: body.note, proven: proven ?? { verdict: 'none' as const }, on };
  return put(services, content, by, revision);
}

/** Gives the revision that is live, which says what the caller began from. */
async function refuseIfNewer({ table }: Services, began: number): Promise<number> {
  const live = await readLiveRevision(table, published.settings);
  refuseIfChanged(await settingsSince(table, began, live));
  return live;
}

async function put(
  { table }: Services,
  content: Settings,
  { id, at, note, proven, on }: { id: string; at: string; note: string; proven: Proven; on: number },
  restores?: number,
) {
  const by = { author: id, note, at, proven };
  const told = (revision: number) => [
    adminEventWrite(table, {
      at,
      type: restores === undefined ? 'SettingsPublished' : 'SettingsRestored',
      actor: id,
      note,
      detail: { revision, ...provenInWords(proven), ...(restores !== undefined && { restores }) },
    }),
  ];
  try {
    const revision = await publishSettings(table, content, by, told, on);
    const { content: _, ...live } = await readSettingsRevision(table, revision);
    return { live: noteOf(live) };
  } catch (error) {
    if (error instanceof NotCommitted) throw new Contended('the settings');
    throw error;
  }
}
