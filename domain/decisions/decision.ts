import * as z from 'zod';
import { maySettle } from '../application/gate.ts';
import type { GateKind } from '../application/gate.ts';
import { declineReasons } from '../reasons/decline-reasons.ts';
import { findForbiddenInReasons } from '../reasons/forbidden.ts';

/** What a person decides about an application: its fate. Dates, feedback and approval have their own ways. */
export const decision = z.strictObject({
  outcome: z.enum(['shortlisted', 'another-interview', 'hired', 'declined']),
  /** Told to the candidate; given with a decline and only then. */
  reasons: z.optional(declineReasons),
  /** For colleagues; never told. */
  note: z.optional(z.string().trim().min(1).max(2000)),
});
export type Decision = z.output<typeof decision>;

/** A part of a request that the rules refuse: where it stands and why. */
export interface Objection {
  readonly path: string;
  readonly message: string;
}

/** Why a decision cannot settle a gate of this kind; nothing when it can. */
export function objectionsTo(kind: GateKind, { outcome, reasons = [] }: Decision): Objection[] {
  if (!maySettle(kind, outcome)) {
    return [{ path: 'outcome', message: `a wait for ${kind} cannot end with ${outcome}` }];
  }
  if (outcome !== 'declined') {
    return reasons.length === 0 ? [] : [{ path: 'reasons', message: 'only a decline is given reasons' }];
  }
  if (reasons.length === 0) {
    return [{ path: 'reasons', message: 'a decline needs one to three reasons' }];
  }
  return [
    ...reasons.flatMap(({ code }, position) =>
      code === 'interview' && kind === 'shortlist'
        ? [{ path: `reasons.${position}.code`, message: 'nobody has interviewed this candidate yet' }]
        : [],
    ),
    ...findForbiddenInReasons(reasons).map(({ path, topic, found, why }) => ({
      path,
      message: `“${found}” touches ${topic}: ${why}`,
    })),
  ];
}
