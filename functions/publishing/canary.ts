import { canaryEnded } from '../../domain/publishing/live-changes.ts';
import type { LiveRelease } from '../../domain/publishing/release.ts';
import { adminEventWrite } from '../adapters/store/admin-events.ts';
import { liveWrite } from '../adapters/store/live-release.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { readLiveRelease, readRelease, takenBackWrite } from '../adapters/store/releases.ts';
import { settle } from './settle.ts';
import type { Settling } from './settle.ts';

const types = { finished: 'CanaryFinished', stopped: 'CanaryStopped', alarmed: 'CanaryRolledBack' } as const;

/**
 * Ends the canary of a release: everybody has it, or nobody new gets it.
 * @throws NotAllowed when this release is not being tried (any more)
 */
export async function endCanary(
  services: Settling,
  how: { release: number; ending: keyof typeof types; actor: string; at: string },
): Promise<LiveRelease> {
  const { table } = services;
  const { release, ending, actor, at } = how;
  await optimistically(table, 'what is live', async () => {
    const next = canaryEnded(await readLiveRelease(table), { release, ending, at });
    const event = adminEventWrite(table, { at, type: types[ending], actor, detail: { release } });
    const tried = await readRelease(table, release);
    const over = ending === 'finished' ? [] : [takenBackWrite(table, { ...tried, takenBack: ending })];
    return { writes: [liveWrite(table, next), event, ...over], result: undefined };
  });
  return settle(services);
}
