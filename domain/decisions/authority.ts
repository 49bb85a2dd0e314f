import * as z from 'zod';
import { staffId } from '../ids.ts';
import type { Application } from '../application/application.ts';
import type { Job } from '../jobs/job.ts';

export const staffGroup = z.enum(['recruiter', 'lead', 'admin']);

/** A colleague who is signed in. */
export const staff = z.strictObject({ id: staffId, groups: z.array(staffGroup).min(1) });
export type Staff = z.output<typeof staff>;

/**
 * Leads and admins may act on every application; a recruiter on those of jobs that name them, and where they were given
 * something to do.
 */
export function mayActOn(
  { id, groups }: Staff,
  { recruiter, backup, lead }: Pick<Job, 'recruiter' | 'backup' | 'lead'>,
  { entrusted = [] }: Pick<Application, 'entrusted'> = {},
): boolean {
  return isLead({ groups }) || [recruiter, backup, lead, ...entrusted].includes(id);
}

/** What a candidate reads about an interview is approved by a lead or an admin, never by the recruiter alone. */
export function isLead({ groups }: Pick<Staff, 'groups'>): boolean {
  return groups.includes('lead') || groups.includes('admin');
}
