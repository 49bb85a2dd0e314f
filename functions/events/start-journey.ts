import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { startKey, startOf } from '../adapters/store/starts.ts';
import { openWorkflows, startRun } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';

const record = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z
      .object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) })
      .transform(({ pk, sk }) => ({ pk: pk.S, sk: sk.S }))
      .pipe(startKey),
  }),
});

/**
 * Starts the journey of every application that was accepted, what sees to every question that was asked, and every
 * run of one that is taken up again. What cannot be started now is reported alone, so that the stream tries it again
 * without holding up the others.
 */
export const handler = eventHandler({
  event: z.object({ Records: z.array(record) }),
  services: () => {
    const environment = readEnvironment(variable.journeyAlias, variable.callbackAlias);
    return {
      workflows: openWorkflows(),
      journeys: environment.JOURNEY_ALIAS_ARN,
      callbacks: environment.CALLBACK_ALIAS_ARN,
    };
  },
  run: async (services, { Records }) => {
    const failed = await Promise.all(
      Records.map(async ({ dynamodb: { Keys, SequenceNumber } }) => {
        const start = startOf(Keys);
        try {
          await startRun(services, start);
          return [];
        } catch (error) {
          logger.error('journey not started', { ...start, ...traceOf(error) });
          return [{ itemIdentifier: SequenceNumber }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  },
});
