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
