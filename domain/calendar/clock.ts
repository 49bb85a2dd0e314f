import * as z from 'zod';

/** How the time of a promise passes: always, or while the company is open. */
export const clock = z.enum(['elapsed', 'business']);

export type Clock = z.infer<typeof clock>;
