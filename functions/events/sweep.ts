import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { carryOn, waitingEntry } from '../adapters/carrying-on.ts';
import type { Sweeping } from '../adapters/carrying-on.ts';
import { sweepQueue } from '../adapters/store/keys.ts';
import { allWaiting, moveBack } from '../adapters/store/queue.ts';
import type { Waiting } from '../adapters/store/queue.ts';
import { openTable } from '../adapters/store/table.ts';
import { openWorkflows } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';

/** Milliseconds that a run keeps for what it has taken on last. */
const reserve = 10_000;

/** What a run came to; `finished` when it got to the end of the queue. */
interface Swept {
  readonly carriedOn: number;
  readonly failed: number;
  readonly finished: boolean;
}

/**
 * Carries on what should have gone on by an instant, the longest waiting first, as long as there is time. What fails
 * holds up no other: it has its turn again with the next run, behind what had none yet.
 */
export async function sweepUp(sweeping: Sweeping, at: string, isTimeLeft: () => boolean): Promise<Swept> {
  let carriedOn = 0;
  let failed = 0;
  for await (const some of allWaiting(sweeping.table, sweepQueue, at)) {
    if (!isTimeLeft()) return { carriedOn, failed, finished: false };
    const came = await Promise.all(some.map((one) => attempt(sweeping, one, at)));
    carriedOn += came.filter((one) => one === 'carried-on').length;
    failed += came.filter((one) => one === 'failed').length;
  }
  return { carriedOn, failed, finished: true };
}

/** `over` when there was nothing to carry on any more. */
type Attempt = 'carried-on' | 'over' | 'failed';

async function attempt(sweeping: Sweeping, { place, item }: Waiting, at: string): Promise<Attempt> {
  const { pk, sk } = place;
  const entry = waitingEntry.safeParse(item).data;
  if (!entry) {
    logger.error('not to be read', { pk, sk });
    return 'failed';
  }
  try {
    return (await carryOn(sweeping, entry, place, at)) ? 'carried-on' : 'over';
  } catch (error) {
    logger.error('not carried on', { pk, sk, ...traceOf(error) });
    await moveBack(sweeping.table, place, at).catch((why: unknown) => {
      logger.error('not moved back', { pk, sk, ...traceOf(why) });
    });
    return 'failed';
  }
}

/**
 * Carries on what a crash left between two hops, journeys and questions not begun and machines not woken, and what is
 * stalled. The run fails, and is heard of, when anything could not be carried on or did not have its turn.
 */
export const handler = eventHandler({
  event: z.object({ time: z.iso.datetime() }),
  services: () => {
    const environment = readEnvironment(variable.table, variable.journeyAlias, variable.callbackAlias);
    return {
      table: openTable(environment.TABLE_NAME),
      workflows: openWorkflows(),
      journeys: environment.JOURNEY_ALIAS_ARN,
      callbacks: environment.CALLBACK_ALIAS_ARN,
    };
  },
  run: async (sweeping, { time }, left) => {
    const at = new Date(time).toISOString();
    const { carriedOn, failed, finished } = await sweepUp(sweeping, at, () => left() > reserve);
    if (carriedOn > 0) await count('SweptUp');
    if (failed > 0) throw new Error(`${failed} could not be carried on, ${carriedOn} were`);
    if (!finished) throw new Error(`${carriedOn} were carried on, and time was over before the queue`);
    return { carriedOn };
  },
});
