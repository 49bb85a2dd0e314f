import * as z from 'zod';
import { isEnough, percentOf } from './share.ts';
import { allScores, promisesTo } from './summary.ts';
import type { Summary } from './summary.ts';

const share = z.strictObject({ part: z.int(), n: z.int(), percent: z.int() });

/** The record as anybody may see it: what fewer than five people stand behind is null. */
export const publishedRecord = z.strictObject({
  /** Seconds from the application that half, or 95 of 100, waited at most for its acknowledgement. */
  acknowledged: z.nullable(z.strictObject({ n: z.int(), p50: z.number(), p95: z.number() })),
  promisesKept: z.nullable(share),
  feedbackGiven: z.nullable(share),
  /** Mean of the scores from 0 to 10, with one decimal. */
  score: z.nullable(z.strictObject({ n: z.int(), mean: z.number() })),
});
export type PublishedRecord = z.output<typeof publishedRecord>;

/** What of a summary may be told to anybody. */
export function publishedOf(summary: Summary): PublishedRecord {
  const { n, p50, p95 } = summary.acknowledged;
  const { kept, ended } = promisesTo(summary);
  const { held, delivered } = summary.feedback;
  const scores = allScores(summary);
  return {
    acknowledged: p50 === null || p95 === null ? null : { n, p50, p95 },
    promisesKept: shareOf(kept, ended),
    feedbackGiven: shareOf(delivered, held),
    score: isEnough(scores.n) ? { n: scores.n, mean: Math.round((10 * scores.sum) / scores.n) / 10 } : null,
  };
}

function shareOf(part: number, n: number) {
  const percent = percentOf(part, n);
  return percent === undefined ? null : { part, n, percent };
}
