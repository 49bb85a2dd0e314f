import type * as z from 'zod';
import type { criterion } from '../jobs/job.ts';

/**
 * Which of a job's published criteria an applicant meets, by their own answers. There is no room in it for
 * a score or for a decision: declining is left to people.
 */
export interface Screening {
  readonly met: readonly { readonly id: string; readonly met: boolean | 'unknown' }[];
  /** True if there are criteria and all of them are met; false says nothing about the applicant. */
  readonly meetsAll: boolean;
}

/**
 * Compares yes/no answers, by criterion id, with what the job expects. A criterion without an answer is
 * unknown, as after it was added to the job later; an answer without a criterion counts for nothing.
 */
export const screen = (
  criteria: readonly z.output<typeof criterion>[],
  answers: Readonly<Record<string, boolean>>,
): Screening => {
  const met = criteria.map(({ id, expected }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
    return { id, met: answer === undefined ? ('unknown' as const) : answer === expected };
  });
  return { met, meetsAll: met.length > 0 && met.every((one) => one.met === true) };
};
