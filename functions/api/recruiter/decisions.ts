import { isUndoable } from '../../../domain/application/gate.ts';
import { objectionsTo } from '../../../domain/decisions/decision.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { holdUntil } from '../../../domain/promises/kept.ts';
import { settleGate, undoGate } from '../../adapters/store/gate-changes.ts';
import { readGate } from '../../adapters/store/gates.ts';
import { settingsOf } from '../../adapters/store/revisions.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';
import { wake } from '../../runtime/wake.ts';

interface Asked<Body> extends Exchange {
  readonly params: { readonly applicationId: string };
  readonly body: Body & { readonly gateId: string };
}

/** Settles a gate with what a person decided; the message leaves when the decision can no longer be undone. */
export async function decide(
  services: Services,
  { params: { applicationId }, body, at, caller }: Asked<Decision & { readonly expectedVersion: number }>,
) {
  const { gateId, expectedVersion, ...decision } = body;
  const { colleague, application } = await permitted(services.table, caller, applicationId);
  const gate = await readGate(services.table, applicationId, gateId);
  refuseObjections(objectionsTo(gate.kind, decision));
  const { undoWindow } = await settingsOf(services.table, application);
  const settled = await settleGate(services.table, {
    applicationId,
    gateId,
    outcome: decision.outcome,
    actor: colleague.id,
    at,
    holdUntil: isUndoable(gate.kind) ? holdUntil(at, gate.due, undoWindow) : null,
    expectedVersion,
    decision,
  });
  await wake(services, settled, at);
  return { status: 'held' as const, leavesAt: settled.holdUntil ?? at, version: settled.version };
}

export async function undo(
  services: Services,
  { params: { applicationId }, body, at, caller }: Asked<{ readonly expectedVersion?: number | undefined }>,
) {
  const { colleague } = await permitted(services.table, caller, applicationId);
  const gate = await undoGate(services.table, { applicationId, ...body, actor: colleague.id, at });
  await wake(services, gate, at);
  return { status: 'pending' as const, version: gate.version };
}
