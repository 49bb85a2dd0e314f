import { gateIdOf, viewOf } from '../../domain/application/gate-item.ts';
import type { Gate } from '../../domain/application/gate-item.ts';
import { ladderFor } from '../../domain/promises/journey-ladder.ts';
import { ownerRoleOf, staffIdOf } from '../../domain/promises/owner.ts';
import { readJob } from '../adapters/store/jobs.ts';
import { openGate } from '../adapters/store/promises.ts';
import { settingsOf } from '../adapters/store/revisions.ts';
import { readApplication } from '../adapters/store/applications.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/** Makes a promise: opens its gate and gives every instant of its ladder. */
export const handler = step({
  name: 'make-promise',
  services: tableServices,
  run: async ({ table }, { applicationId, kind, subject, from, at }) => {
    const application = await readApplication(table, applicationId);
    const [settings, job] = await Promise.all([
      settingsOf(table, application),
      readJob(table, application.jobId),
    ]);
    const { policy, ladder, stage, promised } = ladderFor(kind, settings, from, at);
    const id = gateIdOf(kind, subject);
    const role = kind === 'feedback' ? 'interviewer' : ownerRoleOf(kind);
    const owner = staffIdOf(role, job, subject);
    const opened = await openGate(table, applicationId, id, at, () => {
      const gate: Gate = {
        applicationId,
        gateId: id,
        kind,
        subject,
        status: 'pending',
        version: 1,
        due: ladder.due,
        firstDue: ladder.due,
        owner,
        rung: -1,
        openedAt: at,
      };
      return {
        gate,
        ...(promised && {
          promise: { kind: promised, due: ladder.due, firstDue: ladder.due, madeAt: at, owner, gateId: id },
        }),
        ...(stage && { stage }),
        event: { type: 'PromiseMade', actor: 'system', detail: { gateId: id, kind, due: ladder.due, owner } },
      };
    });
    return {
      gate: viewOf(opened),
      rungs: ladder.rungs.map((rung) => ({ ...rung, to: [...rung.to] })),
      opens: policy.opens?.to.map((to) => ({ to, message: policy.opens?.message ?? '' })) ?? [],
    };
  },
});
