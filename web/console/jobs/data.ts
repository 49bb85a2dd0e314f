import { useCallback } from 'react';
import { listJobs } from '../../../domain/api/recruiter/jobs.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { useSigned } from '../api/context.ts';
import { useLoaded } from '../api/loaded.ts';
import type { Loaded } from '../api/loaded.ts';

/** All jobs, open and closed. */
export function useJobs(): Loaded<{ jobs: Job[] }> {
  const { call } = useSigned();
  return useLoaded(useCallback(() => call(listJobs, {}), [call]));
}

/** Colleagues as far as jobs name them: those of one job first, then the rest. */
export function peopleOf(jobs: readonly Job[], jobId?: string): readonly string[] {
  const ordered = [...jobs.filter((job) => job.jobId === jobId), ...jobs];
  return [
    ...new Set([
      ...ordered.flatMap(({ interviewers }) => interviewers),
      ...ordered.flatMap(({ recruiter, backup, lead }) => [recruiter, backup, lead]),
    ]),
  ];
}
