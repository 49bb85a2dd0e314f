import * as z from 'zod';
import { applicationId, gateId, gateSubject, instant } from '../ids.ts';
import { rung } from '../promises/rung.ts';
import { gateKind, gateOutcome, gateStatus } from './gate.ts';
import type { GateView } from './gate.ts';

/** What a person decided, as it is kept on the gate: reasons and texts are personal data and stay here. */
export const decision = z.looseObject({
  by: z.string(),
  at: instant,
  interviewId: z.optional(z.string()),
});

/** A wait for a person, as the table holds it. */
export const gate = z.strictObject({
  applicationId,
  gateId,
  kind: gateKind,
  subject: gateSubject,
  status: gateStatus,
  version: z.int(),
  /** The date that holds now, and the one that was promised first: only the first can be kept. */
  due: instant,
  firstDue: instant,
  owner: z.string(),
  /** It was given to `owner` by name, whoever the job names. */
  handedOver: z.optional(z.literal(true)),
  /** The last rung taken, -1 before the first, and the whole ladder as it stands; plain waits have none. */
  rung: z.int(),
  rungs: z.optional(z.array(rung)),
  /** When the clock of the promise started. */
  from: z.optional(instant),
  openedAt: instant,
  token: z.optional(z.string()),
  holdUntil: z.optional(instant),
  outcome: z.optional(gateOutcome),
  settledBy: z.optional(z.enum(['person', 'timer', 'candidate'])),
  kept: z.optional(z.boolean()),
  closedAt: z.optional(instant),
  decision: z.optional(decision),
});
export type Gate = z.output<typeof gate>;

/** What a machine is told of a gate. */
export function viewOf(of: Gate): GateView {
  return {
    gateId: of.gateId,
    version: of.version,
    status: of.status,
    holdUntil: of.holdUntil ?? null,
    outcome: of.status === 'closed' ? (of.outcome ?? null) : null,
    settledBy: of.status === 'closed' ? (of.settledBy ?? null) : null,
    kept: of.kept ?? null,
    closedAt: of.closedAt ?? null,
    rung: of.rung,
    about: of.decision?.interviewId ?? null,
  };
}

/** The id of the gate of a kind and subject: the same call always means the same gate. */
export function gateIdOf(kind: string, subject: string): string {
  return `${kind}-${subject}`;
}
