import * as z from 'zod';
import { currentRun } from '../../domain/application/run.ts';
import { findApplication } from './store/applications.ts';
import { findGate } from './store/gates.ts';
import { leaveQueue } from './store/queue.ts';
import type { Place } from './store/queue.ts';
import { takeQuestionUpAgain } from './store/question-runs.ts';
import { findQuestion } from './store/questions.ts';
import { startKey, startOf } from './store/starts.ts';
import type { Start } from './store/starts.ts';
import type { Table } from './store/table.ts';
import { takeUp } from './store/taking-up.ts';
import { startRun, wakeGate } from './workflows.ts';
import type { Workflows } from './workflows.ts';

/** What may stand in the queue: a journey or a question that is stalled, a machine not woken, a run not begun. */
export const waitingEntry = z.union([
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
export type Entry = z.output<typeof waitingEntry>;

export interface Sweeping {
  readonly table: Table;
  readonly workflows: Workflows;
  /** Aliases (ARNs) of journeys and of what sees to questions. */
  readonly journeys: string;
  readonly callbacks: string;
}

/** Carries on what stands at a place in the queue of the sweep; false when there was nothing to carry on any more. */
export async function carryOn(sweeping: Sweeping, one: Entry, place: Place, at: string): Promise<boolean> {
  const { table } = sweeping;
  const done = { at, by: 'system' };
  if ('stalled' in one)
    return 'questionId' in one
      ? takeQuestionUpAgain(table, one, done)
      : takeUp(table, one.applicationId, done);
  if ('run' in one) {
    if ((await isToStart(table, one)) && (await startRun(sweeping, one)) === 'started') return true;
    // Its execution exists, so Step Functions carries it on and tells of its end; or another run has taken its place.
    await leaveQueue(table, place);
    return false;
  }
  const gate = await findGate(table, one.applicationId, one.gateId);
  if (gate) await wakeGate(sweeping, gate, at);
  return gate !== undefined;
}

/**
 * Whether a run is the one that somebody waits for, and has not ended. A name is free again after 90 days: what is over
 * would begin anew.
 */
async function isToStart(table: Table, { applicationId, questionId, run }: Start): Promise<boolean> {
  const found =
    questionId === undefined
      ? await findApplication(table, applicationId)
      : await findQuestion(table, applicationId, questionId);
  return found !== undefined && !found.stalled && currentRun(found) === run;
}
