import type { Job } from '../jobs/job.ts';
import type { FeedbackForm } from './feedback.ts';

/** Something in a form that does not fit the job: where, and why. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Ratings of criteria that the job never published. */
export function unpublished(ratings: FeedbackForm['ratings'], criteria: Job['criteria']): Misfit[] {
  const known = new Set(criteria.map(({ id }) => id));
  return ratings.flatMap(({ criterion }, position) =>
    known.has(criterion)
      ? []
      : [{ path: ['ratings', position, 'criterion'], message: `the job has no criterion ${criterion}` }],
  );
}

/** Criteria of the job that nobody rated: `not-shown` is an answer, silence is not. */
export function unrated(ratings: FeedbackForm['ratings'], criteria: Job['criteria']): Misfit[] {
  const rated = new Set(ratings.map(({ criterion }) => criterion));
  return criteria
    .filter(({ id }) => !rated.has(id))
    .map(({ id }) => ({ path: ['ratings'], message: `rate the criterion ${id}` }));
}
