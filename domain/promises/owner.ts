import type { Gate } from '../application/gate-item.ts';
import type { Job } from '../jobs/job.ts';
import type { Settings } from '../settings/settings.ts';
import type { StaffMember } from '../settings/staff-member.ts';
import type { Role, StaffRole } from './promise.ts';

/** Who owes a promise of this kind: feedback its interviewer, its approval the lead, the rest the recruiter. */
export function ownerRoleOf(kind: string): 'owner' | 'lead' | 'interviewer' {
  if (kind === 'feedback') return 'interviewer';
  return kind === 'approval' || kind === 'attention' ? 'lead' : 'owner';
}

/** Who owes a promise as it is made. An interviewer is named by its subject, `<interviewId>.<interviewer>`. */
export function firstOwnerOf(kind: string, job: Job, subject: string): string {
  const interviewer = kind === 'feedback' ? subject.split('.')[1] : undefined;
  return interviewer ?? staffIdOf(ownerRoleOf(kind), job);
}

/** A gate, as far as it says who owes what it waits for. */
type Owned = Pick<Gate, 'kind' | 'owner' | 'handedOver'>;

/**
 * The staff id behind a role on a job. At a gate that was handed over, whoever took it over stands behind the role that
 * owes what it waits for; feedback is its interviewer's from the beginning.
 */
export function staffIdOf(role: StaffRole, job: Job, gate?: Owned): string {
  const isTheirs = gate && role === ownerRoleOf(gate.kind) && (gate.handedOver || role === 'interviewer');
  if (isTheirs) return gate.owner;
  switch (role) {
    case 'owner':
      return job.recruiter;
    case 'backup':
      return job.backup;
    case 'lead':
    case 'interviewer':
      return job.lead;
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
  { settings, job, gate }: { settings: Settings; job: Job; gate: Owned },
): To[] {
  const idOf = (role: Role): string =>
    role === 'candidate' ? role : staffMemberOf(settings, staffIdOf(role, job, gate), job).id;
  const ids = roles.map(idOf);
  return roles.filter((role, index) => ids.indexOf(idOf(role)) === index);
}

/**
 * The others who hear a message with a role because the gate stands at a rung that tells them all: none when it is the
 * first of them, or said for another reason.
 */
export function toldWith(
  { rung, rungs }: Pick<Gate, 'rung' | 'rungs'>,
  { message, to }: { readonly message: string; readonly to: Role },
): readonly Role[] {
  const taken = rungs?.find(({ index }) => index === rung);
  return taken?.message === message ? taken.to.slice(0, Math.max(0, taken.to.indexOf(to))) : [];
}
