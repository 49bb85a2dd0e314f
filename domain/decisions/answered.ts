import type { Application } from '../application/application.ts';
import type { Job } from '../jobs/job.ts';
import { screen } from '../screening/screen.ts';

type Answered = Job['criteria'][number] & { readonly answer: boolean | null; readonly met: boolean | null };

/** Each published criterion with what the candidate answered and whether that meets it; null if unknown. */
export function answered(criteria: Job['criteria'], answers: Application['answers']): Answered[] {
  const screened = new Map(screen(criteria, answers).met.map(({ id, met }) => [id, met]));
  return criteria.map((criterion) => {
    const met = screened.get(criterion.id);
    return typeof met === 'boolean'
      ? { ...criterion, answer: met === criterion.expected, met }
      : { ...criterion, answer: null, met: null };
  });
}
