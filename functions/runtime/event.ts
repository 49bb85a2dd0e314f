import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import type * as z from 'zod';
import { logger, traceOf } from './logger.ts';
import { once } from './once.ts';
import { traced } from './tracing.ts';
import { endedByLambda } from './time-out.ts';

/**
 * A Lambda handler for an event: parsed by its schema, run with services made at the first one. `left` tells the
 * milliseconds until Lambda ends the run.
 */
export function eventHandler<Event extends z.ZodType, Services, Answer>(definition: {
  readonly event: Event;
  readonly services: () => Services;
  readonly run: (services: Services, event: z.output<Event>, left: () => number) => Promise<Answer>;
}) {
  const services = once(definition.services);
  return traced(
    middy<unknown, Answer>(endedByLambda)
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .handler(async (event: unknown, context: Context) => {
        try {
          const left = () => context.getRemainingTimeInMillis();
          return await definition.run(services(), definition.event.parse(event), left);
        } catch (error) {
          logger.error('event not handled', traceOf(error));
          throw error;
        }
      }),
  );
}
