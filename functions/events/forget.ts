import * as z from 'zod';
import { MailUnconfirmed } from '../../domain/steps/errors.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';
import { once } from '../runtime/once.ts';

/** Milliseconds that a run keeps for the application it has taken on last. */
const reserve = 60_000;

/**
 * Forgets what is not to be known any more: erasures that broke off, applications whose time is over, whatever a
 * restored backup brought back, and uploads that nobody handed in. One that fails holds up no other, and fails the run
 * in the end, so that somebody hears of it; so does a run whose time is over before everybody had their turn, for
 * somebody is kept too long then.
 */
export const handler = eventHandler({
  event: z.object({ time: z.iso.datetime() }),
  services: () => ({
    adapters: once(async () => {
      const [{ openEraser }, forgetting, uploads] = await Promise.all([
        import('../adapters/open-eraser.ts'),
        import('../adapters/forgetting.ts'),
        import('../adapters/abandoned-uploads.ts'),
      ]);
      return { eraser: openEraser(), ...forgetting, ...uploads };
    }),
  }),
  run: async ({ adapters }, { time }, left) => {
    const { eraser, finishErasures, eraseRetained, applyMarks, deleteAbandoned } = await adapters();
    const at = new Date(time).toISOString();
    let failed = 0;
    const each = async (applicationId: string, work: () => Promise<unknown>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        logger.error('erasure not finished', { applicationId, ...traceOf(error) });
        await count('ErasureUnfinished');
        // Whether its mail left is not known yet; that is no failure, and the next run looks again.
        if (!(error instanceof MailUnconfirmed)) failed += 1;
        return false;
      }
    };
    const isTimeLeft = () => left() > reserve;
    const finished = await finishErasures(eraser, at, each, isTimeLeft);
    await applyMarks(eraser, at, each);
    const erased = await eraseRetained(eraser, at, each, isTimeLeft);
    await deleteAbandoned(eraser, at);
    if (failed > 0) throw new Error(`${failed} erasures failed`);
    if (!finished || !erased) throw new Error('time was over before everybody was erased who is to be');
    return { failed };
  },
});
