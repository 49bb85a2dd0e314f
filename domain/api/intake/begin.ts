import type { Submission } from './submission.ts';
import { addElapsed } from '../../calendar/elapsed.ts';
import type { Job } from '../../jobs/job.ts';
import type { Settings } from '../../settings/settings.ts';
import type { Application, CurrentPromise } from '../../application/application.ts';

/** A new application of somebody who was just promised an acknowledgement, owned by the job's recruiter. */
export function beginApplication(
  sent: Submission,
  {
    applicationId,
    personHash,
    job,
    settings,
    at,
  }: { applicationId: string; personHash: string; job: Job; settings: Settings; at: string },
): Application & { readonly promise: CurrentPromise } {
  const due = addElapsed(at, settings.acknowledgement.within, settings.calendar.zone);
  return {
    applicationId,
    jobId: job.jobId,
    personHash,
    stage: 'received',
    version: 1,
    submittedAt: at,
    updatedAt: at,
    locale: sent.locale ?? job.locale,
    zone: sent.zone ?? settings.calendar.zone,
    candidate: sent.candidate,
    answers: sent.answers ?? {},
    interests: [...new Set(sent.interests)],
    ...(sent.resumeKey !== undefined && { resumeKey: sent.resumeKey }),
    promise: { kind: 'acknowledgement', due, firstDue: due, madeAt: at, owner: job.recruiter },
  };
}
