import * as z from 'zod';
import { firstRun } from '../../domain/application/run.ts';
import { variable } from '../../domain/environment.ts';
import { openWorkflows, startJourney } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';

const record = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({
      pk: z.object({ S: z.string().startsWith('APP#') }),
      sk: z.object({ S: z.string().regex(/^(?:APP|RUN#\d+)$/) }),
    }),
  }),
});

/**
 * Starts the journey of every application that was accepted, and every run of one that is taken up again. What cannot be started now is reported alone,
 * so that the stream tries it again without holding up the others.
 */
export const handler = eventHandler({
  event: z.object({ Records: z.array(record) }),
  services: () => ({
    workflows: openWorkflows(),
    alias: readEnvironment(variable.journeyAlias)[variable.journeyAlias],
  }),
  run: async ({ workflows, alias }, { Records }) => {
    const failed = await Promise.all(
      Records.map(async ({ dynamodb: { Keys, SequenceNumber } }) => {
        const applicationId = Keys.pk.S.slice('APP#'.length);
        const run = Keys.sk.S === 'APP' ? firstRun : Number(Keys.sk.S.slice('RUN#'.length));
        try {
          await startJourney(workflows, alias, applicationId, run);
          return [];
        } catch (error) {
          logger.error('journey not started', { applicationId, ...traceOf(error) });
          return [{ itemIdentifier: SequenceNumber }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  },
});
