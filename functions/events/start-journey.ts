import * as z from 'zod';
import { firstRun } from '../../domain/application/run.ts';
import { variable } from '../../domain/environment.ts';
import { openWorkflows, startCallback, startJourney } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';

const record = z.object({
  eventName: z.literal('INSERT'),
  dynamodb: z.object({
    SequenceNumber: z.string(),
    Keys: z.object({
      pk: z.object({ S: z.string().startsWith('APP#') }),
      sk: z.object({ S: z.string().regex(/^(?:APP|RUN#\d+|QUESTION#\w+|RUN#\w+#\d+)$/) }),
    }),
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
  run: async ({ workflows, journeys, callbacks }, { Records }) => {
    const failed = await Promise.all(
      Records.map(async ({ dynamodb: { Keys, SequenceNumber } }) => {
        const applicationId = Keys.pk.S.slice('APP#'.length);
        const [kind, id = '', again] = Keys.sk.S.split('#');
        const isQuestion = kind === 'QUESTION' || again !== undefined;
        try {
          if (isQuestion) {
            const run = again === undefined ? firstRun : Number(again);
            await startCallback(workflows, callbacks, { applicationId, questionId: id, run });
          } else {
            await startJourney(workflows, journeys, applicationId, kind === 'APP' ? firstRun : Number(id));
          }
          return [];
        } catch (error) {
          logger.error('journey not started', { applicationId, item: Keys.sk.S, ...traceOf(error) });
          return [{ itemIdentifier: SequenceNumber }];
        }
      }),
    );
    return { batchItemFailures: failed.flat() };
  },
});
