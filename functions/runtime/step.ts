import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type * as z from 'zod';
import { InvalidInput } from '../../domain/steps/errors.ts';
import { stepContracts } from '../../domain/steps/contracts.ts';
import type { StepInput, StepName, StepOutput } from '../../domain/steps/contracts.ts';
import { logger, traceOf } from './logger.ts';
import { count } from './metrics.ts';
import { once } from './once.ts';
import { meaningOf } from './passing.ts';
import { traced } from './tracing.ts';
import { endedByLambda } from './time-out.ts';

interface StepDefinition<Name extends StepName, Services> {
  readonly name: Name;
  /** Makes what the step works with, at the first invocation. */
  readonly services: () => Services;
  readonly run: (services: Services, input: StepInput<Name>) => Promise<StepOutput<Name>>;
}

/**
 * A Lambda handler for one Task of a workflow: parses what comes in and what goes out with the step's
 * contract, and lets errors through by their name, which is what Retry and Catch see; trouble of AWS that passes has one name.
 */
export function step<Name extends StepName, Services>(definition: StepDefinition<Name, Services>) {
  const contract: { input: z.ZodType; output: z.ZodType } = stepContracts[definition.name];
  const services = once(definition.services);
  return traced(
    middy<unknown, unknown>(endedByLambda)
      .use(injectLambdaContext(logger, { resetKeys: true }))
      .handler(async (event: unknown) => {
        const parsed = contract.input.safeParse(event);
        if (!parsed.success) {
          const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
          throw new InvalidInput(`${definition.name} was called with ${fields.join('; ')}`);
        }
        const input = parsed.data as StepInput<Name>;
        logger.appendKeys({ applicationId: input.applicationId, step: definition.name });
        try {
          return contract.output.parse(await definition.run(services(), input));
        } catch (error) {
          logger.error('step failed', traceOf(error));
          await count('StepFailed');
          throw meaningOf(error);
        }
      }),
  );
}
