import { decide, undo } from '../../../domain/api/recruiter/decisions.ts';
import { readApplication } from '../../../domain/api/recruiter/application.ts';
import type { GateOutcome } from '../../../domain/application/gate.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import type { Call } from '../api/call.ts';
import { isConflict } from '../api/problems.ts';

export interface Target {
  readonly applicationId: string;
  readonly gateId: string;
  readonly version: number;
}

/**
 * - `held`: the decision stands and its message leaves at `leavesAt`
 * - `beaten`: somebody or something else was first
 * - `pending`: it waits for a decision, at this version
 */
export type Answer =
  | {
      readonly kind: 'held';
      readonly outcome: GateOutcome;
      readonly leavesAt: string;
      readonly version: number;
    }
  | {
      readonly kind: 'beaten';
      readonly outcome: GateOutcome | undefined;
      readonly by: string | undefined;
      readonly at: string | undefined;
    }
  | { readonly kind: 'pending'; readonly version: number };

/** Sends a decision. Throws what the call throws, except for a conflict, which it looks into. */
export async function sendDecision(call: Call, target: Target, decision: Decision): Promise<Answer> {
  const { applicationId, gateId, version } = target;
  try {
    const { leavesAt, version: now } = await call(decide, {
      params: { applicationId },
      body: { ...decision, gateId, expectedVersion: version },
    });
    return { kind: 'held', outcome: decision.outcome, leavesAt, version: now };
  } catch (error) {
    if (!isConflict(error)) throw error;
    return lookInto(call, target);
  }
}

/** Takes a decision back. Throws what the call throws, except for a conflict, which it looks into. */
export async function sendUndo(call: Call, target: Target): Promise<Answer> {
  const { applicationId, gateId, version } = target;
  try {
    const undone = await call(undo, {
      params: { applicationId },
      body: { gateId, expectedVersion: version },
    });
    return { kind: 'pending', version: undone.version };
  } catch (error) {
    if (!isConflict(error)) throw error;
    return lookInto(call, target);
  }
}

async function lookInto(call: Call, { applicationId, gateId }: Target): Promise<Answer> {
  const { gates } = await call(readApplication, { params: { applicationId } });
  const gate = gates.find((one) => one.gateId === gateId);
  if (gate?.status === 'pending') return { kind: 'pending', version: gate.version };
  return {
    kind: 'beaten',
    outcome: gate?.outcome,
    by: gate?.decision?.by,
    at: gate?.decision?.at ?? gate?.closedAt,
  };
}
