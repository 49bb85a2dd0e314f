import * as z from 'zod';
import { applicationId, instant, jobId } from '../ids.ts';

/**
 * An erasure that was asked for and is not finished: it holds what is needed to go on when everything else is gone.
 * Somebody `asked`, or the time of the settings was over. Of a person's applications erased at once one `confirms`.
 */
export const erasure = z.strictObject({
  applicationId,
  jobId,
  personHash: z.string(),
  submittedAt: instant,
  reason: z.enum(['asked', 'retention']),
  requestedAt: instant,
  confirms: z.boolean(),
});
export type Erasure = z.output<typeof erasure>;

/** Where the mark of an erased application lies; it names a keyed hash and an instant, and nobody. */
export const markPrefix = 'erased/';
export const markOf = ({ personHash, submittedAt }: Pick<Erasure, 'personHash' | 'submittedAt'>): string =>
  `${markPrefix}${personHash}/${submittedAt}`;

const mark = z.object({ personHash: z.string().min(1), submittedAt: instant });

/** What a mark says, or undefined for anything else that lies there. */
export function readMark(key: string): z.output<typeof mark> | undefined {
  const [personHash, submittedAt] = key.slice(markPrefix.length).split('/');
  return mark.safeParse({ personHash, submittedAt }).data;
}
