import * as z from 'zod';
import { gateId, instant } from '../ids.ts';
import type { Stage } from './stages.ts';

/** Promises with a ladder. */
export const ladderKinds = [
  'shortlist',
  'interview-date',
  'feedback',
  'approval',
  'next-step',
  'question',
] as const;

/** What a machine may wait for: promises with a ladder, and plain waits. */
export const gateKinds = [...ladderKinds, 'interview', 'offer-pause', 'survey-pause'] as const;

export const gateKind = z.enum(gateKinds);
export type GateKind = z.output<typeof gateKind>;

/**
 * - `pending`: waits for a person
 * - `held`: a person has decided; the decision may still be undone until `holdUntil`
 * - `closed`: over, by a person, by the timer or by the candidate's withdrawal
 */
export const gateStatus = z.enum(['pending', 'held', 'closed']);

/** What closes a gate, with the stage the application moves to (none: the stage stays). */
const outcomes = {
  shortlist: { shortlisted: 'shortlisted', declined: 'declined' },
  'interview-date': { scheduled: 'interviewing', declined: 'declined' },
  feedback: { given: undefined },
  approval: { approved: undefined },
  'next-step': { 'another-interview': 'shortlisted', hired: 'hired', declined: 'declined' },
  question: { answered: undefined, called: undefined },
  interview: {},
  'offer-pause': {},
  'survey-pause': {},
} as const satisfies Record<GateKind, Record<string, Stage | undefined>>;

export const gateOutcome = z.enum([
  'shortlisted',
  'declined',
  'scheduled',
  'given',
  'approved',
  'another-interview',
  'hired',
  'answered',
  'called',
  'released',
  'withdrawn',
]);
export type GateOutcome = z.output<typeof gateOutcome>;

/** True when people may settle a gate of this kind so. `released` and `withdrawn` are never a staff decision. */
export function maySettle(kind: GateKind, decided: string): boolean {
  return Object.hasOwn(outcomes[kind], decided);
}

/** The stage an application moves to when a gate closes with this outcome, or undefined when it stays. */
export function stageAfter(kind: GateKind, closedWith: GateOutcome): Stage | undefined {
  if (closedWith === 'withdrawn') return 'withdrawn';
  if (closedWith === 'released') return releases(kind) ? 'released' : undefined;
  const known: Record<string, Stage | undefined> = outcomes[kind];
  return known[closedWith];
}

/** A wait that nobody owes anything: it stands in no worklist, and only its machine looks at it. */
export function isPlainWait(kind: GateKind): boolean {
  return kind === 'interview' || kind === 'offer-pause' || kind === 'survey-pause';
}

/** A promise whose release ends the application: the others end only the wait itself. */
export function releases(kind: GateKind): boolean {
  return kind === 'shortlist' || kind === 'interview-date' || kind === 'next-step';
}

/** A decision that names a person's fate may be undone for the window of the settings; a fact may not. */
export function isUndoable(kind: GateKind): boolean {
  return kind === 'shortlist' || kind === 'next-step';
}

/** What a machine is told about a gate: never who, never why, only what to do next. */
export const gateView = z.strictObject({
  gateId,
  version: z.int(),
  status: gateStatus,
  holdUntil: z.nullable(instant),
  outcome: z.nullable(gateOutcome),
  settledBy: z.nullable(z.enum(['person', 'timer', 'candidate'])),
  kept: z.nullable(z.boolean()),
  closedAt: z.nullable(instant),
  /** The last rung taken; -1 before the first. */
  rung: z.int(),
  /** What the outcome is about: the id of the interview that was scheduled. */
  about: z.nullable(z.string()),
});
export type GateView = z.output<typeof gateView>;
