import * as z from 'zod';
import { staffId } from '../ids.ts';
import type { Job } from '../jobs/job.ts';

export const staffGroup = z.enum(['recruiter', 'lead', 'admin']);

/** A colleague who is signed in. */
export const staff = z.strictObject({ id: staffId, groups: z.array(staffGroup).min(1) });
export type Staff = z.output<typeof staff>;

/** Leads and admins may act on every application; a recruiter on those of jobs that name them. */
export function mayActOn({ id, groups }: Staff, job: Pick<Job, 'recruiter' | 'backup' | 'lead'>): boolean {
  return isLead({ groups }) || [job.recruiter, job.backup, job.lead].includes(id);
}

/** What a candidate reads about an interview is approved by a lead or an admin, never by the recruiter alone. */
export function isLead({ groups }: Pick<Staff, 'groups'>): boolean {
  return groups.includes('lead') || groups.includes('admin');
}
