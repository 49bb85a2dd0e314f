import { refuseDuringCanary } from '../../../domain/publishing/live-changes.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';
import type { WorkflowName } from '../../../domain/workflows/names.ts';
import { readLiveRelease, readRelease, readTexts } from '../../adapters/store/releases.ts';
import { endCanary } from '../../publishing/canary.ts';
import { releasedSince } from '../../publishing/meanwhile.ts';
import { release } from '../../publishing/release.ts';
import { subjectOf } from '../../publishing/subject.ts';
import type { Exchange } from '../../runtime/request.ts';
import { Refusal } from '../../runtime/refusal.ts';
import { admin } from './admins.ts';
import { demandProof, demandValid, refuseIfChanged } from './demands.ts';
import type { Services } from './services.ts';

interface Publishing extends Exchange {
  readonly headers: { readonly 'if-match': number };
  readonly body: {
    readonly definitions: Readonly<Partial<Record<WorkflowName, string>>>;
    readonly note: string;
    readonly canary?: { readonly percent: number; readonly hours: number } | undefined;
    readonly force?: { readonly reason: string } | undefined;
  };
}

/** Publishes edited machines and, with them, those that run them; checked, proved, and by one person at a time. */
export async function publish(services: Services, { caller, headers, body, at }: Publishing) {
  const { id } = admin(caller);
  const { definitions, note, canary, force } = body;
  const subject = await subjectOf(services.table, { definitions });
  refuseDuringCanary(subject.live);
  refuseIfChanged(await releasedSince(services.table, headers['if-match'], subject));
  await demandValid(subject);
  const proven = await demandProof(services, subject, force, at);
  const by = { author: id, note, at, proven };
  return release(services, { texts: subject.texts, on: subject.live.release, by, canary });
}

interface Restoring extends Exchange {
  readonly params: { readonly release: number };
  readonly headers: { readonly 'if-match': number };
  readonly body: { readonly note: string };
}

/**
 * Lets new applications start on an earlier release again: the versions are still there, so it takes a moment. It needs
 * no proof, for it was live before; one that was tried and taken back never was.
 */
export async function restore(services: Services, { caller, params, headers, body, at }: Restoring) {
  const { id } = admin(caller);
  const { table } = services;
  const live = await readLiveRelease(table);
  refuseDuringCanary(live);
  if (headers['if-match'] !== live.release) {
    const { author, note } = await readRelease(table, live.release);
    throw new Refusal(412, {
      detail: `release ${live.release} is live now: ${author} published it ("${note}")`,
    });
  }
  const wanted = await readRelease(table, params.release);
  if (wanted.takenBack)
    throw new NotAllowed(
      `release ${wanted.release} was tried on a share of new applications and taken back: there is no way back to it, its texts are published anew, with a proof`,
    );
  const texts = await readTexts(table, wanted);
  const by = { author: id, note: body.note, at, proven: wanted.proven };
  return release(services, { texts, on: live.release, by, restores: wanted.release });
}

interface OnRelease extends Exchange {
  readonly params: { readonly release: number };
}

const ending =
  (how: 'finished' | 'stopped') =>
  async (services: Services, { caller, params, at }: OnRelease) => {
    const { id } = admin(caller);
    return { live: await endCanary(services, { release: params.release, ending: how, actor: id, at }) };
  };

export const finish = ending('finished');
export const stop = ending('stopped');
