import * as z from 'zod';
import { ladderKinds } from '../application/gate.ts';
import type { Outcome } from '../application/stages.ts';

/** What a candidate, or a colleague inside the company, can be promised; each kind is counted by itself. */
export const promiseKind = z.enum(['acknowledgement', ...ladderKinds]);
export type PromiseKind = z.output<typeof promiseKind>;

/** What the record says of a day, a week or any other time: how often each counter's fact happened. */
export type Counts = Readonly<Record<string, number>>;

/** Names of the counters. A name is an attribute of the day's item, so a new one needs no migration. */
export const counter = {
  applications: 'applications',
  /** An acknowledgement sent within the bound, in seconds, and not within the one below it. */
  acknowledged: (bound: number) => `acknowledged.${bound}`,
  promise: (kind: PromiseKind, what: 'made' | 'kept' | 'broken') => `promise.${kind}.${what}`,
  interviewsHeld: 'interviews.held',
  /** Feedback that reached the candidate, on the day of the interview it is about. */
  feedbackDelivered: 'interviews.answered',
  score: (outcome: Outcome, score: number) => `score.${outcome}.${score}`,
  offersIssued: 'offers.issued',
  /** A code that stands redeemed, on the day it was given. */
  offersRedeemed: 'offers.redeemed',
  questionsAnswered: 'questions.answered',
  referrals: 'referrals',
} as const;

/** How often a counter's fact happened in these counts. */
export function countOf(counts: Counts, name: string): number {
  return counts[name] ?? 0;
}

/** All counts together. */
export function merged(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}
