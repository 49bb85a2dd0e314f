import * as z from 'zod';
import { variable } from '../../domain/environment.ts';
import { findGate } from '../adapters/store/gates.ts';
import { sweepQueue } from '../adapters/store/keys.ts';
import { longestWaiting } from '../adapters/store/queue.ts';
import { takeQuestionUpAgain } from '../adapters/store/question-runs.ts';
import { startKey, startOf } from '../adapters/store/starts.ts';
import { openTable } from '../adapters/store/table.ts';
import type { Table } from '../adapters/store/table.ts';
import { takeUp } from '../adapters/store/taking-up.ts';
import { openWorkflows, startRun, wakeGate } from '../adapters/workflows.ts';
import type { Workflows } from '../adapters/workflows.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { eventHandler } from '../runtime/event.ts';
import { logger, traceOf } from '../runtime/logger.ts';
import { count } from '../runtime/metrics.ts';

/** How many one run takes on; the rest has its turn with the next. */
const batch = 200;

/** What may stand in the queue: a journey or a question that is stalled, a machine not woken, a run not begun. */
const entry = z.union([
  z.object({ sk: z.literal('APP'), stalled: z.literal(true), applicationId: z.string() }),
  z.object({
    sk: z.string().startsWith('QUESTION#'),
    stalled: z.literal(true),
    applicationId: z.string(),
    questionId: z.string(),
  }),
  z.object({ sk: z.string().startsWith('GATE#'), gateId: z.string(), applicationId: z.string() }),
  startKey.transform(startOf),
]);

interface Sweeping {
  readonly table: Table;
  readonly workflows: Workflows;
  /** Aliases (ARNs) of journeys and of what sees to questions. */
  readonly journeys: string;
  readonly callbacks: string;
}

/** Carries on what should have gone on by an instant. What fails holds up no other, and has its turn again. */
export async function sweepUp(
  sweeping: Sweeping,
  at: string,
): Promise<{ carriedOn: number; failed: number }> {
  let carriedOn = 0;
  let failed = 0;
  for (const one of await longestWaiting(sweeping.table, sweepQueue, { before: at, most: batch, entry })) {
    try {
      if (await carryOn(sweeping, one, at)) carriedOn += 1;
    } catch (error) {
      failed += 1;
      logger.error('not carried on', { applicationId: one.applicationId, ...traceOf(error) });
    }
  }
  return { carriedOn, failed };
}

/** False when somebody else was faster. */
async function carryOn(sweeping: Sweeping, one: z.output<typeof entry>, at: string): Promise<boolean> {
  const { table } = sweeping;
  const done = { at, by: 'system' };
  if ('stalled' in one)
    return 'questionId' in one
      ? takeQuestionUpAgain(table, one, done)
      : takeUp(table, one.applicationId, done);
  if ('run' in one) return (await startRun(sweeping, one)) === 'started';
  const gate = await findGate(table, one.applicationId, one.gateId);
  if (gate) await wakeGate(sweeping, gate, at);
  return gate !== undefined;
}

/**
 * Carries on what a crash left between two hops, journeys and questions not begun and machines not woken, and what is
 * stalled. The run fails, and is heard of, after everything else had its turn.
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
  run: async (sweeping, { time }) => {
    const { carriedOn, failed } = await sweepUp(sweeping, new Date(time).toISOString());
    if (carriedOn > 0) await count('SweptUp');
    if (failed > 0) throw new Error(`${failed} could not be carried on, ${carriedOn} were`);
    return { carriedOn };
  },
});
