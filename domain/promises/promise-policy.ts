import * as z from 'zod';
import { clock } from '../calendar/clock.ts';
import { duration } from '../calendar/duration.ts';
import { role, staffRole } from './promise.ts';
import { contradictions } from './contradictions.ts';

/** The share of the time that is over when a rung is reached, in steps of a thousandth. */
const fraction = z
  .number()
  .gt(0, 'must lie between 0 and 1: at 0 the promise has only just been made')
  .lt(1, 'must lie between 0 and 1: at 1 the deadline itself acts, and nothing is reminded after it')
  .multipleOf(0.001);

/**
 * The schema of a promise's policy whose message names are checked by `message`, for example the enum of
 * all templates.
 *
 * - `within`, `clock`: how long the promise runs, in elapsed or business time.
 * - `audience`: who waits. An `internal` promise has rungs for staff only and ends without a word.
 * - `opens`: told when the promise is made.
 * - `ladder`: whom to remind and escalate to before the deadline, at fractions of the time.
 * - `delayed`: told to the candidate at the deadline, with the new date, while extensions are left.
 * - `extension`: how much longer (`within`, on the same clock), how often (`times`), with its own ladder.
 * - `released`: told to the candidate at the last deadline: an apology and a person's name.
 * - `backstop`: the last deadline is never later than this (elapsed) after the anchor, whatever else holds.
 */
export const promisePolicyNaming = <Message extends string>(message: z.ZodType<Message>) => {
  const ladder = z.array(
    z.strictObject({
      at: fraction,
      action: z.enum(['remind', 'escalate']),
      to: z.array(staffRole).min(1),
      message,
    }),
  );
  return z
    .strictObject({
      within: duration,
      clock,
      audience: z.enum(['candidate', 'internal']),
      opens: z.strictObject({ to: z.array(role).min(1), message }).optional(),
      ladder,
      delayed: message.nullable(),
      extension: z.strictObject({ within: duration, times: z.int().min(0).max(3), ladder }),
      released: message.nullable(),
      backstop: duration.optional(),
    })
    .superRefine((policy, context) => {
      for (const { path, message } of contradictions(policy)) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    });
};

/** A promise's policy with any message names; see promisePolicyNaming. */
export const promisePolicy = promisePolicyNaming(z.string().regex(/^[a-z]+(-[a-z]+)*$/));

/** A policy whose message names are those of `Message`. */
export type PromisePolicy<Message extends string = string> = z.infer<
  ReturnType<typeof promisePolicyNaming<Message>>
>;
