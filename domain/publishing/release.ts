import * as z from 'zod';
import { instant } from '../ids.ts';
import { workflowName } from '../workflows/names.ts';
import { author, proven, revisionNumber } from './revision.ts';

/** Which revision of each machine belongs together: what one publication made of the whole set. */
export const release = z.strictObject({
  release: revisionNumber,
  at: instant,
  author,
  note: z.string(),
  /** The machines whose text differs from the release before. */
  changed: z.array(workflowName),
  /** The revision of each machine; a machine that came later is not in releases before it. */
  parts: z.partialRecord(workflowName, revisionNumber),
  proven,
  /** The release that this one brought back. */
  restores: z.optional(revisionNumber),
  /** It was tried on a share of the applications and taken back: by somebody, or by the alarm. */
  takenBack: z.optional(z.enum(['stopped', 'alarmed'])),
});
export type Release = z.output<typeof release>;

/** How a canary ended: every new application has it now, somebody stopped it, or the alarm did. */
const ending = z.enum(['finished', 'stopped', 'alarmed']);

/** A release that only a share of the new applications start on, until the rest follow. */
export const canary = z.strictObject({
  release: revisionNumber,
  /** Share of new applications, per cent. */
  percent: z.int().min(1).max(99),
  startedAt: instant,
  /** From then on every new application starts on it. */
  until: instant,
});
export type Canary = z.output<typeof canary>;

export const endedCanary = canary.extend({ ending, endedAt: instant });

/** Whether an application needs attention right now, and since when that or its opposite is so. */
const alarm = z.strictObject({ rings: z.boolean(), since: instant });
export type Alarm = z.output<typeof alarm>;

/** What new applications start on. The aliases of the machines follow it. */
export const liveRelease = z.strictObject({
  release: revisionNumber,
  canary: z.optional(canary),
  lastCanary: z.optional(endedCanary),
  /** False between the publication and the moment the aliases of the machines have followed. */
  settled: z.boolean(),
  /** The alarm that takes a canary back, as it was last heard of. */
  alarm: z.optional(alarm),
  version: z.int().positive(),
});
export type LiveRelease = z.output<typeof liveRelease>;
