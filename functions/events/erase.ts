import * as z from 'zod';
import { MailUnconfirmed } from '../../domain/steps/errors.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';
import { once } from '../runtime/once.ts';

const record = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({
      pk: z.object({ S: z.string().startsWith('ERASURE#') }),
      sk: z.object({ S: z.literal('ERASURE') }),
    }),
  }),
});

/**
 * Erases what was asked to be erased, at once. What cannot be finished now is tried again by the stream, and after
 * that by `forget`. Whether a mail left is not known within seconds, so such a one waits for `forget`.
 */
export const handler = eventHandler({
  event: z.object({ Records: z.array(record) }),
  services: () => ({
    // The clients of four services: loaded for whoever asks, which is seldom.
    eraser: once(async () => {
      const [{ openEraser }, { erase }, { findErasure }] = await Promise.all([
        import('../adapters/open-eraser.ts'),
        import('../adapters/erasing.ts'),
        import('../adapters/store/erasures.ts'),
      ]);
      const eraser = openEraser();
      return async (applicationId: string) => {
        const erasure = await findErasure(eraser.table, applicationId);
        // The only clock of a stream is that of the machine that wrote; the request's own instant is on the item.
        if (erasure) await erase(eraser, erasure, erasure.requestedAt);
      };
    }),
  }),
  run: async ({ eraser }, { Records }) => {
    const erase = await eraser();
    const failed = await Promise.all(
      Records.map(async ({ dynamodb: { Keys, SequenceNumber } }) => {
        const applicationId = Keys.pk.S.slice('ERASURE#'.length);
        try {
          await erase(applicationId);
          return [];
        } catch (error) {
          logger.error('erasure not finished', { applicationId, ...traceOf(error) });
          await count('ErasureUnfinished');
          return error instanceof MailUnconfirmed ? [] : [{ itemIdentifier: SequenceNumber }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  },
});
