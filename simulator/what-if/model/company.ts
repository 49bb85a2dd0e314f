import type { Application } from '../../../domain/application/application.ts';
import { addElapsed } from '../../../domain/calendar/elapsed.ts';
import { job as jobSchema } from '../../../domain/jobs/job.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { applied } from '../../../domain/people/person.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { TableData } from './table.ts';

export const applicationId = '01KJPZ3C8RQ0VBTN5W2XEDF7QM';

/** Who of the settings' staff does what; a company with fewer people has some of them do several things. */
function staffing({ staff }: Settings): Pick<Job, 'recruiter' | 'backup' | 'lead' | 'interviewers'> {
  const id = (index: number): string => (staff[index] ?? staff[0])?.id ?? 'nobody';
  return { recruiter: id(0), backup: id(1), lead: id(2), interviewers: [...new Set([id(3), id(4)])] };
}

/** A job of the company, as ordinary as can be. */
export function sampleJob(settings: Settings): Job {
  return jobSchema.parse({
    jobId: 'sample-job',
    title: 'Sample job',
    location: 'Head office',
    description: 'Stands for any job.',
    locale: 'en',
    criteria: [{ id: 'weekends', question: 'Weekends?', text: 'works at weekends', expected: true }],
    resume: 'none',
    ...staffing(settings),
    status: 'open',
    version: 1,
    createdAt: '2026-01-05T09:00:00.000Z',
    updatedAt: '2026-01-05T09:00:00.000Z',
  });
}

export interface Applying {
  readonly submittedAt: string;
  readonly consents: boolean;
  readonly meetsCriteria?: boolean;
}

/** The table just after the form was sent. */
export function submitted(
  settings: Settings,
  job: Job,
  { submittedAt, consents, meetsCriteria = true }: Applying,
): TableData {
  const due = addElapsed(submittedAt, settings.acknowledgement.within, settings.calendar.zone);
  const promise = { kind: 'acknowledgement' as const, due, firstDue: due, madeAt: submittedAt };
  const candidate = { name: 'Sam Sample', email: 'sam@candidate.example' };
  const application: Application = {
    applicationId,
    jobId: job.jobId,
    personHash: 'sam',
    stage: 'received',
    version: 1,
    submittedAt,
    updatedAt: submittedAt,
    locale: 'en',
    zone: settings.calendar.zone,
    candidate,
    answers: { weekends: meetsCriteria },
    interests: [],
    promise: { ...promise, owner: job.recruiter },
  };
  const person = applied(undefined, {
    ...candidate,
    personHash: 'sam',
    locale: 'en',
    interests: [],
    at: submittedAt,
    consentTo: consents ? settings.consentWording.version : undefined,
  });
  const nothing = { gates: {}, interviews: {}, tasks: {}, questions: {}, ledger: {}, codes: [], audit: [] };
  return { application, person, ...nothing };
}
