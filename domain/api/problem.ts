import * as z from 'zod';

/** Problem details of RFC 9457: what every refusal of the API looks like. */
export const problem = z.strictObject({
  /** `about:blank` when the status says it all, else a reference that names the kind of problem. */
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.optional(z.string()),
  /** The id of the request, to find it in the logs. */
  instance: z.string(),
  /** What does not fit, by its place in the request: `body.candidate.email`. */
  errors: z.optional(z.array(z.strictObject({ field: z.string(), message: z.string() }))),
});
export type Problem = z.output<typeof problem>;
export type FieldError = NonNullable<Problem['errors']>[number];

export const problemMediaType = 'application/problem+json';

/** Kinds of problem that a client may want to tell apart by more than the status. */
export const problemType = {
  none: 'about:blank',
  linkExpired: '/problems/link-expired',
  keyReused: '/problems/idempotency-key-reused',
} as const;
