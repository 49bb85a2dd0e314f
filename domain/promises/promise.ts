import * as z from 'zod';

/** Who can owe a promise or hear about it. */
export const role = z.enum(['owner', 'backup', 'lead', 'interviewer', 'candidate']);

export type Role = z.infer<typeof role>;

/** Who can be made to answer: everyone but the candidate. */
export const staffRole = role.exclude(['candidate']);

export type StaffRole = z.infer<typeof staffRole>;
