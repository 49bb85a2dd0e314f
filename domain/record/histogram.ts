import type { Counts } from './counters.ts';
import { counter, countOf } from './counters.ts';

/** The preferred numbers of ISO 3's R10 series: each about 1.26 times the one before. */
const steps = [1, 1.25, 1.6, 2, 2.5, 3.2, 4, 5, 6.3, 8];
const decades = [1, 10, 100, 1_000, 10_000, 100_000];

/**
 * Upper bounds in seconds, from one second to over nine days. A time is counted by the first bound that it does
 * not pass, so a percentile read from the counters is too high by at most 28 % (or a second), and never too low.
 * What passes the last bound is counted there.
 */
export const bounds: readonly number[] = decades.flatMap((decade) =>
  steps.map((step) => Math.round(step * decade * 100) / 100),
);

const last = bounds.at(-1) ?? Infinity;

/** The bound that a time in seconds is counted by. */
export function boundOf(seconds: number): number {
  return bounds.find((bound) => seconds <= bound) ?? last;
}

/** How many acknowledgements were counted. */
export function acknowledgedIn(counts: Counts): number {
  return bounds.reduce((sum, bound) => sum + countOf(counts, counter.acknowledged(bound)), 0);
}

/**
 * The time to acknowledge, in seconds, that `share` (0 to 1) of the acknowledged did not wait longer than, by the
 * nearest rank; undefined when nobody was acknowledged.
 */
export function percentile(counts: Counts, share: number): number | undefined {
  const rank = Math.max(1, Math.ceil(share * acknowledgedIn(counts)));
  let seen = 0;
  return bounds.find((bound) => {
    seen += countOf(counts, counter.acknowledged(bound));
    return seen >= rank;
  });
}
