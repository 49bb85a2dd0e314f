import * as z from 'zod';

const ulid = '[0-9A-HJKMNP-TV-Z]{26}';

/** Identifies an application everywhere: table, execution name, links. A ULID, so it also sorts by time. */
export const applicationId = z.string().regex(new RegExp(`^${ulid}$`), 'an application id (ULID)');
export const interviewId = z.string().regex(new RegExp(`^${ulid}$`), 'an interview id (ULID)');
export const questionId = z.string().regex(new RegExp(`^${ulid}$`), 'a question id (ULID)');
export const taskId = z.string().regex(/^[A-Za-z0-9-]{1,180}$/, 'a task id');

/** Chosen by people and shown in addresses: `sales-assistant-leeds`. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
  .max(64);
export const jobId = slug.describe('a job id');
/** Short, because it is part of an execution's name, which holds 80 characters. */
export const staffId = slug.max(24);

/** A wait for a person: `<kind>-<subject>`, unique within its application. */
export const gateId = z.string().regex(/^[a-z]+(?:-[a-z]+)*-[0-9A-Za-z.-]{1,96}$/, 'a gate id');

/** What tells two gates of a kind apart: a round (`1`), an interview's or question's id, or `<interviewId>.<interviewer>`. */
export const gateSubject = z.string().regex(/^[0-9A-Za-z.-]{1,96}$/, 'a gate subject');

/** An ISO 8601 instant in UTC, as every border of the system carries it. */
export const instant = z.iso.datetime();

/** What people say on the phone instead of 26 characters: the last six, as in `7Q2MKD`. */
export function referenceOf(id: string): string {
  return id.slice(-6);
}
