import { dueOf } from '../../domain/letters/dates.ts';
import type { Application } from '../../domain/application/application.ts';
import { gateIdOf, viewOf } from '../../domain/application/gate-item.ts';
import { isOpen } from '../../domain/application/stages.ts';
import { standingOf } from '../../domain/interviews/standing.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { readGate } from '../adapters/store/gates.ts';
import { markHeld } from '../adapters/store/interview-changes.ts';
import { readInterview } from '../adapters/store/interviews.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { openGate } from '../adapters/store/promises.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Reads an interview as it stands, and keeps what the candidate is promised in step with it: feedback by a
 * date counted from the interview's end.
 */
export const handler = step({
  name: 'look-up-interview',
  services: tableServices,
  run: async ({ table }, { applicationId, interviewId, at }) => {
    const gateId = gateIdOf('interview', interviewId);
    const application = await readApplication(table, applicationId);
    // The gate is opened before the interview is read: a change in between bumps it and is seen by the wait.
    const opened = await openGate(table, applicationId, gateId, at, () => ({
      gate: {
        applicationId,
        gateId,
        kind: 'interview',
        subject: interviewId,
        status: 'pending',
        version: 1,
        due: at,
        firstDue: at,
        owner: 'system',
        rung: -1,
        openedAt: at,
      },
    }));
    const gate = opened.outcome === 'withdrawn' ? opened : await readGate(table, applicationId, gateId);
    const read = await readInterview(table, applicationId, interviewId);
    const isHeld = standingOf(read, at) === 'over' && gate.status !== 'closed';
    const interview = isHeld ? await markHeld(table, read, at) : read;
    const status = standingOf(interview, at);
    if (status === 'scheduled') await promiseFeedback(table, application, interview.endsAt, at);
    return {
      gate: viewOf(gate),
      status,
      endsAt: interview.endsAt,
      sequence: interview.sequence,
      interviewers: interview.interviewers,
    };
  },
});

/** The interview's end moves what the candidate waits for; told once, a promise that still holds stays. */
async function promiseFeedback(
  table: Table,
  { applicationId, jobId, pins }: Application,
  endsAt: string,
  at: string,
): Promise<undefined> {
  const [settings, job] = await Promise.all([settingsOf(table, { pins }), readJob(table, jobId)]);
  const due = dueOf('approval', settings, endsAt);
  return optimistically<undefined>(table, 'the application', async () => {
    const current = await readApplication(table, applicationId);
    const { promise: told } = current;
    // A later date that HR's task gave the candidate holds until the promise of feedback is made.
    const stands =
      (told?.kind === 'approval' && told.due === due) || (told?.kind === 'attention' && told.due >= due);
    if (!isOpen(current.stage) || stands) return { writes: [], result: undefined };
    const promise = { kind: 'approval' as const, due, firstDue: due, madeAt: at, owner: job.lead };
    return { writes: [applicationWrite(table, current, { promise }, at)], result: undefined };
  });
}
