import * as z from 'zod';
import { outcome } from '../application/stages.ts';
import type { Outcome } from '../application/stages.ts';
import { counter, countOf, promiseKind } from './counters.ts';
import type { Counts } from './counters.ts';
import { acknowledgedIn, percentile } from './histogram.ts';
import { isEnough } from './share.ts';

const count = z.int();

/** How well candidates were served in some time: everything that the record knows, and nothing about anybody. */
export const summary = z.strictObject({
  applications: count,
  /** `p50` and `p95`: seconds that half, or 95 of 100, did not wait longer than; null below five. */
  acknowledged: z.strictObject({ n: count, p50: z.nullable(z.number()), p95: z.nullable(z.number()) }),
  promises: z.array(z.strictObject({ kind: promiseKind, made: count, kept: count, broken: count })),
  /** Interviews that were held, and of these the ones whose feedback has reached the candidate. */
  feedback: z.strictObject({ held: count, delivered: count }),
  /** Scores from 0 to 10 by how the application ended: `distribution` says how often each was given. */
  scores: z.array(z.strictObject({ outcome, n: count, sum: count, distribution: z.array(count).length(11) })),
  /** Codes that were given, and of these the ones that stand redeemed. */
  offers: z.strictObject({ issued: count, redeemed: count }),
  questionsAnswered: count,
  referrals: count,
});
export type Summary = z.output<typeof summary>;

/** What the counts of some days add up to. Kinds of promises and outcomes that never came up are there, with zeros. */
export function summaryOf(counts: Counts): Summary {
  const n = acknowledgedIn(counts);
  const of = (name: string) => countOf(counts, name);
  const time = (share: number) => (isEnough(n) ? (percentile(counts, share) ?? null) : null);
  return {
    applications: of(counter.applications),
    acknowledged: { n, p50: time(0.5), p95: time(0.95) },
    promises: promiseKind.options.map((kind) => ({
      kind,
      made: of(counter.promise(kind, 'made')),
      kept: of(counter.promise(kind, 'kept')),
      broken: of(counter.promise(kind, 'broken')),
    })),
    feedback: { held: of(counter.interviewsHeld), delivered: of(counter.feedbackDelivered) },
    scores: outcome.options.map((ended) => scoresOf(counts, ended)),
    offers: { issued: of(counter.offersIssued), redeemed: of(counter.offersRedeemed) },
    questionsAnswered: of(counter.questionsAnswered),
    referrals: of(counter.referrals),
  };
}

function scoresOf(counts: Counts, ended: Outcome): Summary['scores'][number] {
  const distribution = Array.from({ length: 11 }, (_, score) => countOf(counts, counter.score(ended, score)));
  return {
    outcome: ended,
    n: distribution.reduce((sum, times) => sum + times, 0),
    sum: distribution.reduce((sum, times, score) => sum + times * score, 0),
    distribution,
  };
}

/** What candidates were promised, kinds together: what a colleague owes inside the company is none of it. */
export function promisesTo(candidates: Pick<Summary, 'promises'>): { kept: number; ended: number } {
  const told = candidates.promises.filter(({ kind }) => kind !== 'feedback');
  const kept = told.reduce((sum, promise) => sum + promise.kept, 0);
  return { kept, ended: kept + told.reduce((sum, { broken }) => sum + broken, 0) };
}

/** All scores together, whatever the outcome. */
export function allScores({ scores }: Pick<Summary, 'scores'>): { n: number; sum: number } {
  return {
    n: scores.reduce((total, { n }) => total + n, 0),
    sum: scores.reduce((total, { sum }) => total + sum, 0),
  };
}
