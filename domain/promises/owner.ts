import type { Job } from '../jobs/job.ts';
import type { Settings } from '../settings/settings.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import type { Role, StaffRole } from './promise.ts';

/** Who owes a promise of this kind: approving feedback is the lead's, the rest the recruiter's. */
export function ownerRoleOf(kind: string): 'owner' | 'lead' {
  return kind === 'approval' || kind === 'attention' ? 'lead' : 'owner';
}

/**
 * The staff id behind a role on a job. The interviewer is named by the gate's subject,
 * `<interviewId>.<interviewer>`.
 */
export function staffIdOf(role: StaffRole, job: Job, subject?: string): string {
  switch (role) {
    case 'owner':
      return job.recruiter;
    case 'backup':
      return job.backup;
    case 'lead':
      return job.lead;
    case 'interviewer':
      return subject?.split('.')[1] ?? job.lead;
  }
}

/**
 * Somebody of the staff, or whoever stands in for a person who has left since: the job's lead would have
 * been told anyway, and the first of the list always exists.
 */
export function staffMemberOf(settings: Settings, id: string, job?: Job): StaffMember {
  const byId = (wanted: string): StaffMember | undefined =>
    settings.staff.find((member) => member.id === wanted);
  const found = byId(id) ?? (job && (byId(job.lead) ?? byId(job.recruiter))) ?? settings.staff[0];
  if (!found) throw new Error('the settings name no staff');
  return found;
}

/**
 * Those of some roles behind which stands somebody else than behind the ones before them: whoever is recruiter and
 * backup of a job, or stands in for both, hears at one moment once.
 */
export function eachOnce<To extends Role>(
  roles: readonly To[],
  { settings, job, subject }: { settings: Settings; job: Job; subject: string },
): To[] {
  const idOf = (role: Role): string =>
    role === 'candidate' ? role : staffMemberOf(settings, staffIdOf(role, job, subject), job).id;
  const ids = roles.map(idOf);
  return roles.filter((role, index) => ids.indexOf(idOf(role)) === index);
}
