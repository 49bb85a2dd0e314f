import { feedbackGatesOf } from '../feedback/asked.ts';
import type { Gate } from '../application/gate-item.ts';
import type { Job } from '../jobs/job.ts';
import type { MessageName } from '../messages/messages.ts';
import type { StaffMember } from '../settings/staff-member.ts';

interface Among {
  readonly staff: readonly Pick<StaffMember, 'id'>[];
  /** Every job, open or closed: whom one of them names as its lead may approve, whoever recruits for one is HR. */
  readonly jobs: readonly Pick<Job, 'recruiter' | 'backup' | 'lead'>[];
  /** What else the application waits for. */
  readonly gates: readonly Pick<Gate, 'gateId' | 'kind' | 'subject' | 'owner'>[];
}

/**
 * Why somebody cannot be given what a gate waits for: they are no colleague, lead no job and so approve nothing, are not HR,
 * for whom alone is what a candidate typed, or are asked for their feedback on this interview already.
 */
export function objectionsToOwner(
  owner: string,
  { gateId, kind, subject }: Pick<Gate, 'gateId' | 'kind' | 'subject'>,
  { staff, jobs, gates }: Among,
): { path: string; message: string }[] {
  const refuse = (message: string) => [{ path: 'owner', message: `${owner} ${message}` }];
  if (!staff.some(({ id }) => id === owner)) return refuse('is nobody in the settings');
  if (kind === 'approval' && !jobs.some(({ lead }) => lead === owner))
    return refuse('leads no job, and a lead approves feedback');
  if (kind === 'question' && !jobs.some(({ recruiter, backup }) => recruiter === owner || backup === owner))
    return refuse('recruits for no job, and what a candidate asks is for HR');
  const [interviewId = ''] = subject.split('.');
  const asked = feedbackGatesOf(gates, interviewId).some(
    (one) => one.gateId !== gateId && one.owner === owner,
  );
  return kind === 'feedback' && asked ? refuse('is asked for feedback on this interview already') : [];
}

/** What tells whoever is given something that it is theirs: what is to be done, and by when. */
export function noteToOwner(kind: Gate['kind']): MessageName {
  if (kind === 'question') return 'question-assigned';
  return kind === 'feedback' || kind === 'approval' ? 'feedback-request' : 'decision-reminder';
}
