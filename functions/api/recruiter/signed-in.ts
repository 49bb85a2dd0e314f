import * as z from 'zod';
import type { Application } from '../../../domain/application/application.ts';
import { isLead, mayActOn, staff, staffGroup } from '../../../domain/decisions/authority.ts';
import type { Staff } from '../../../domain/decisions/authority.ts';
import type { Job } from '../../../domain/jobs/job.ts';
import { readApplication } from '../../adapters/store/applications.ts';
import { readJob } from '../../adapters/store/jobs.ts';
import type { Table } from '../../adapters/store/table.ts';
import { Refusal } from '../../runtime/refusal.ts';
import type { Caller } from '../../runtime/request.ts';

/** API Gateway hands a list in a claim on as one text with commas. */
const groups = z
  .union([z.array(z.string()), z.string().transform((list) => list.split(','))])
  .transform((names) => names.flatMap((name) => staffGroup.safeParse(name.trim()).data ?? []));

const claims = z.object({ 'cognito:username': z.string(), 'cognito:groups': groups.default([]) });

/**
 * The colleague whose token the authorizer verified.
 * @throws Refusal 401 without a token, 403 when they belong to no group of staff
 */
export function signedIn(caller: Caller): Staff {
  const token = claims.safeParse(caller.claims);
  if (!token.success) throw new Refusal(401, { detail: 'sign in first' });
  const known = staff.safeParse({
    id: token.data['cognito:username'],
    groups: token.data['cognito:groups'],
  });
  if (!known.success) throw new Refusal(403, { detail: 'this account is not set up as staff' });
  return known.data;
}

/** @throws Refusal 403 unless the colleague is a lead or an admin */
export function refuseUnlessLead(colleague: Staff): void {
  if (!isLead(colleague)) throw new Refusal(403, { detail: 'this is for leads and admins' });
}

/** @throws Refusal 403 unless the colleague may act on applications for this job, or on this one */
export function refuseUnlessOn(
  job: Pick<Job, 'recruiter' | 'backup' | 'lead'>,
  colleague: Staff,
  application?: Application,
): void {
  if (!mayActOn(colleague, job, application))
    throw new Refusal(403, { detail: 'this job does not name you' });
}

/**
 * An application that the caller may act on, with its job.
 * @throws Refusal 401, 403; NotFound
 */
export async function permitted(
  table: Table,
  caller: Caller,
  applicationId: string,
): Promise<{ colleague: Staff; application: Application; job: Job }> {
  const colleague = signedIn(caller);
  const application = await readApplication(table, applicationId);
  const job = await readJob(table, application.jobId);
  refuseUnlessOn(job, colleague, application);
  return { colleague, application, job };
}
