import type { Application } from '../../domain/application/application.ts';
import { close } from '../../domain/application/gate-changes.ts';
import { viewOf } from '../../domain/application/gate-item.ts';
import { isOpen, outcomeOf } from '../../domain/application/stages.ts';
import { stageAfter } from '../../domain/application/gate.ts';
import { isRecordedAtClosing } from '../../domain/promises/kept.ts';
import { taskOfHiring } from '../../domain/tasks/of-hiring.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { gateWrite, readGate } from '../adapters/store/gates.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import type { Table } from '../adapters/store/table.ts';
import { raising } from '../adapters/store/tasks.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** What the recruiter is to do for whoever is hired. */
async function contractCall(
  table: Table,
  application: Application,
  gateId: string,
  at: string,
): Promise<Task[]> {
  const [settings, { recruiter }] = await Promise.all([
    settingsOf(table, application),
    readJob(table, application.jobId),
  ]);
  const { applicationId } = application;
  return [taskOfHiring({ applicationId, gateId }, { settings, owner: recruiter, at })];
}

/**
 * Makes a decision final once its window is over: the gate closes, the application moves to the stage
 * that the outcome means, the promise is recorded as kept or not, and the recruiter has a task to call whoever is hired.
 * All in one write.
 */
export const handler = step({
  name: 'record-outcome',
  services: tableServices,
  run: ({ table }, { applicationId, gateId, at }) =>
    optimistically(table, 'the gate', async () => {
      const gate = await readGate(table, applicationId, gateId);
      const next = close(gate, at);
      if (next === gate || !next.outcome) return { writes: [], result: { gate: viewOf(gate) } };
      const application = await readApplication(table, applicationId);
      const stage = stageAfter(gate.kind, next.outcome);
      const moves = stage !== undefined && stage !== application.stage && isOpen(application.stage);
      const calls = moves && stage === 'hired' ? await contractCall(table, application, gateId, at) : [];
      const event = { applicationId, at, actor: next.decision?.by ?? 'system' };
      return {
        result: { gate: viewOf(next) },
        writes: [
          gateWrite(table, gate, next, at),
          applicationWrite(
            table,
            application,
            moves ? { stage, ...(outcomeOf(stage) && { promise: null, answeredAt: at }) } : {},
            at,
          ),
          ...(moves
            ? [
                eventWrite(table, {
                  ...event,
                  type: 'StageChanged',
                  detail: { from: application.stage, to: stage },
                }),
              ]
            : []),
          ...calls.flatMap((task) => raising(table, task)),
          ...(isRecordedAtClosing(next)
            ? [
                eventWrite(table, {
                  ...event,
                  type: next.kept ? 'PromiseKept' : 'PromiseBroken',
                  detail: { gateId, kind: gate.kind, due: gate.firstDue },
                }),
              ]
            : []),
        ],
      };
    }),
});
