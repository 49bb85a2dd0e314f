import { gateIdOf, viewOf } from '../../domain/application/gate-item.ts';
import { ladderFor } from '../../domain/promises/journey-ladder.ts';
import { eachOnce, firstOwnerOf } from '../../domain/promises/owner.ts';
import { newGate, takenUpGate } from '../../domain/promises/standing.ts';
import { readApplication } from '../adapters/store/applications.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { openGate, takeUpGate } from '../adapters/store/promises.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Makes a promise: opens its gate and gives every instant of its ladder. A promise that was made before is taken
 * up where its ladder stands.
 */
export const handler = step({
  name: 'make-promise',
  services: tableServices,
  run: async ({ table }, { applicationId, kind, subject, from, at }) => {
    const application = await readApplication(table, applicationId);
    const [settings, job] = await Promise.all([
      settingsOf(table, application),
      readJob(table, application.jobId),
    ]);
    const made = ladderFor(kind, settings, from, at);
    const gateId = gateIdOf(kind, subject);
    const owner = firstOwnerOf(kind, job, subject);
    const opened = await openGate(table, applicationId, gateId, at, (current) => {
      const asked = { applicationId, gateId, kind, subject, owner, from, at };
      const { gate, promise } = newGate(current, settings, asked, made);
      return {
        gate,
        ...(promise && { promise }),
        ...(made.stage && { stage: made.stage }),
        event: { type: 'PromiseMade', actor: 'system', detail: { gateId, kind, due: gate.due, owner } },
      };
    });
    const gate =
      opened.openedAt === at
        ? opened
        : await takeUpGate(table, opened, at, (current, known) => takenUpGate(current, settings, known, at));
    const { opens } = made.policy;
    return {
      gate: viewOf(gate),
      rungs: gate.rungs ?? [],
      opens: opens
        ? eachOnce(opens.to, { settings, job, gate }).map((to) => ({ to, message: opens.message }))
        : [],
    };
  },
});
