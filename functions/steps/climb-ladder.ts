import { viewOf } from '../../domain/application/gate-item.ts';
import { takeRung, tookRung } from '../../domain/application/gate-changes.ts';
import { stageAfter } from '../../domain/application/gate.ts';
import { applicationWrite, readApplication } from '../adapters/store/applications.ts';
import { eventWrite } from '../adapters/store/events.ts';
import { gateWrite, readGate } from '../adapters/store/gates.ts';
import { optimistically } from '../adapters/store/optimistic.ts';
import { tableServices } from '../runtime/services.ts';
import { step } from '../runtime/step.ts';

/**
 * Takes a rung of the ladder if nobody has settled the gate: one conditional write decides between the
 * timer and a person. At the deadline it gives the promise its new date, at the last one it releases.
 */
export const handler = step({
  name: 'climb-ladder',
  services: tableServices,
  run: ({ table }, { applicationId, gateId, rung: { index, action, due }, at }) =>
    optimistically(table, 'the gate', async () => {
      const gate = await readGate(table, applicationId, gateId);
      const next = takeRung(gate, { index, action, due }, at);
      if (next === gate) {
        return { writes: [], result: { gate: viewOf(gate), taken: tookRung(gate, index) } };
      }
      const writes = [gateWrite(table, gate, next, at)];
      if (action === 'delay' || action === 'release') {
        const application = await readApplication(table, applicationId);
        const current = application.promise?.gateId === gateId ? application.promise : undefined;
        const stage = action === 'release' ? stageAfter(gate.kind, 'released') : undefined;
        if (current || stage) {
          writes.push(
            applicationWrite(
              table,
              application,
              {
                ...(current && action === 'delay' && { promise: { ...current, due } }),
                ...(stage && { stage, promise: null, answeredAt: at }),
              },
              at,
            ),
          );
        }
        if (gate.kept !== false) {
          writes.push(
            eventWrite(table, {
              applicationId,
              at,
              type: 'PromiseBroken',
              actor: 'timer',
              detail: { gateId, kind: gate.kind, due: gate.firstDue },
            }),
          );
        }
        if (action === 'delay') {
          writes.push(
            eventWrite(table, {
              applicationId,
              at,
              type: 'PromiseExtended',
              actor: 'timer',
              detail: { gateId, kind: gate.kind, due },
            }),
          );
        }
      }
      return { writes, result: { gate: viewOf(next), taken: true } };
    }),
});
