import * as z from 'zod';

/** Something that was published since the caller looked: what, by whom, when and why. */
const change = z.strictObject({
  what: z.string(),
  revision: z.int(),
  at: z.optional(z.string()),
  author: z.string(),
  note: z.string(),
  difference: z.string(),
});
export type Change = z.output<typeof change>;

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
  /** What somebody else published meanwhile. */
  changes: z.optional(z.array(change)),
  /** The proof that is missing, under way, or does not hold. */
  proof: z.optional(z.string()),
});
export type Problem = z.output<typeof problem>;
export type FieldError = NonNullable<Problem['errors']>[number];

export const problemMediaType = 'application/problem+json';

/** Kinds of problem that a client may want to tell apart by more than the status. */
export const problemType = {
  none: 'about:blank',
  linkExpired: '/problems/link-expired',
  /** The link opens the application; for this it must be one that was sent to the address. */
  addressNotProved: '/problems/address-not-proved',
  keyReused: '/problems/idempotency-key-reused',
  /** Somebody else published what the caller edited: `changes` tells what. */
  changedMeanwhile: '/problems/changed-meanwhile',
  /** A definition or template has errors: `errors` tells where. Not even force publishes it. */
  invalid: '/problems/invalid-definition',
  /** There is no finished proof of this: ask for one, then publish again. */
  notProved: '/problems/not-proved',
  /** The proof found a counterexample: `proof` names it. Only force publishes it. */
  broken: '/problems/promise-broken',
} as const;
