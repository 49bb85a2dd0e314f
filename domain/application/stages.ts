import * as z from 'zod';

/** Where an application stands. `closed` keeps the outcome it closed with. */
export const stages = [
  'received',
  'in-review',
  'shortlisted',
  'interviewing',
  'hired',
  'declined',
  'released',
  'withdrawn',
  'closed',
] as const;

export const stage = z.enum(stages);
export type Stage = z.output<typeof stage>;

/** How an application ended, as the record and the candidate see it. */
export const outcome = z.enum(['hired', 'declined', 'released', 'withdrawn']);
export type Outcome = z.output<typeof outcome>;

const comesFrom: Readonly<Record<Stage, readonly Stage[]>> = {
  received: [],
  'in-review': ['received'],
  shortlisted: ['in-review', 'interviewing'],
  interviewing: ['shortlisted', 'interviewing'],
  hired: ['interviewing', 'shortlisted'],
  declined: ['in-review', 'shortlisted', 'interviewing'],
  released: ['received', 'in-review', 'shortlisted', 'interviewing'],
  withdrawn: ['received', 'in-review', 'shortlisted', 'interviewing', 'hired', 'declined', 'released'],
  closed: ['hired', 'declined', 'released', 'withdrawn'],
};

/** The stages a change to `to` may come from; the store's conditional write names exactly these. */
export function stagesBefore(to: Stage): readonly Stage[] {
  return comesFrom[to];
}

/** True when the rules allow the move. Staying is not a move. */
export function mayMove(from: Stage, to: Stage): boolean {
  return comesFrom[to].includes(from);
}

/** An open application still owes the candidate an answer, so it carries exactly one current promise. */
export function isOpen(at: Stage): boolean {
  return at === 'received' || at === 'in-review' || at === 'shortlisted' || at === 'interviewing';
}

/** The outcome that a stage stands for, or undefined while there is none. */
export function outcomeOf(at: Stage): Outcome | undefined {
  return outcome.safeParse(at).data;
}
