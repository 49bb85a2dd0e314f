import * as z from 'zod';
import { instant } from '../ids.ts';

/** Counts from 1; the newest is the highest. */
export const revisionNumber = z.int().positive();

/** Whoever published: a member of staff by id, or `deployment`. */
export const author = z.string();

/** Why, in the words of whoever published. */
export const note = z.string().trim().min(3).max(500);

/** Why something is published although the proof does not hold; kept with the revision. */
export const force = z.strictObject({ reason: z.string().trim().min(10).max(500) });

/** How a revision was proved: `forced` was published by somebody who said why, `none` before there was a proof. */
export const proven = z.strictObject({
  verdict: z.enum(['holds', 'forced', 'none']),
  proof: z.optional(z.string()),
  reason: z.optional(z.string()),
});
export type Proven = z.output<typeof proven>;

/** What the audit trail says of it: that something went out without a proof, and why. */
export const provenInWords = ({ verdict, reason }: Proven): Record<string, string> => ({
  proven: verdict,
  ...(reason !== undefined && { reason }),
});

/**
 * What every revision says of itself: who published it, when, why, the hash of its content and how it was proved.
 * The first deployments gave no instant.
 */
export const revisionNote = z.strictObject({
  revision: revisionNumber,
  at: z.optional(instant),
  author,
  note: z.string(),
  hash: z.string(),
  proven: z.optional(proven),
});
export type RevisionNote = z.output<typeof revisionNote>;
