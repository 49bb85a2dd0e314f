import * as z from 'zod';
import { maySettle } from '../application/gate.ts';
import type { GateKind } from '../application/gate.ts';
import { sentence } from '../messages/values.ts';
import { declineReasons } from '../reasons/decline-reasons.ts';
import { findForbidden, findForbiddenInReasons } from '../reasons/forbidden.ts';

/** What a person decides about an application: its fate. Dates, feedback and approval have their own ways. */
export const decision = z.strictObject({
  outcome: z.enum(['shortlisted', 'another-interview', 'hired', 'declined']),
  /** Told to the candidate; given with a decline and only then. */
  reasons: z.optional(declineReasons),
  /** One thing the candidate did well in the interview; told with a decline after it. */
  strength: z.optional(sentence),
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
export function objectionsTo(kind: GateKind, { outcome, reasons = [], strength }: Decision): Objection[] {
  if (!maySettle(kind, outcome)) {
    return [{ path: 'outcome', message: `a wait for ${kind} cannot end with ${outcome}` }];
  }
  if (outcome !== 'declined') {
    return [
      ...(reasons.length === 0 ? [] : [{ path: 'reasons', message: 'only a decline is given reasons' }]),
      ...(strength === undefined ? [] : [{ path: 'strength', message: 'only a decline tells a strength' }]),
    ];
  }
  if (reasons.length === 0) {
    return [{ path: 'reasons', message: 'a decline needs one to three reasons' }];
  }
  return [
    ...objectionsToStrength(kind, strength),
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

/** Whoever came to an interview hears what went well, in words about the job. */
function objectionsToStrength(kind: GateKind, strength: string | undefined): Objection[] {
  if (kind !== 'next-step') {
    return strength === undefined ? [] : [{ path: 'strength', message: 'only after an interview' }];
  }
  if (strength === undefined) return [{ path: 'strength', message: 'say one thing that went well' }];
  return findForbidden(strength).map(({ topic, found, why }) => ({
    path: 'strength',
    message: `“${found}” touches ${topic}: ${why}`,
  }));
}
