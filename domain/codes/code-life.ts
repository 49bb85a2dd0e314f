import * as z from 'zod';
import { epochOf } from '../calendar/instant.ts';
import { instant } from '../ids.ts';

/** A shop's own name for an order. */
export const orderId = z.string().min(1).max(128);

/**
 * The life of a promotion code. It can be used before `expiresAt`. A reservation holds it for one order
 * `until` an instant, for the time of a checkout.
 */
export const codeLife = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('issued'), expiresAt: instant }),
  z.strictObject({ state: z.literal('reserved'), expiresAt: instant, orderId, until: instant }),
  z.strictObject({ state: z.literal('redeemed'), expiresAt: instant, orderId, redeemedAt: instant }),
  z.strictObject({ state: z.literal('void'), expiresAt: instant, voidedAt: instant }),
  z.strictObject({ state: z.literal('expired'), expiresAt: instant }),
]);

export type CodeLife = z.infer<typeof codeLife>;
export const codeState = z.enum(['issued', 'reserved', 'redeemed', 'void', 'expired']) satisfies z.ZodType<
  CodeLife['state']
>;
export type CodeState = CodeLife['state'];

/**
 * The life of a code as it is at an instant, whatever was written down last: a reservation that is over
 * counts no more, and an unused code has expired from `expiresAt` on. A reservation outlives the expiry, so
 * that a checkout under way can be finished.
 */
export const lifeAt = (life: CodeLife, at: string): CodeLife => {
  const { state, expiresAt } = life;
  const held = state === 'reserved' && epochOf(at) < epochOf(life.until);
  if (held || state === 'redeemed' || state === 'void' || state === 'expired') return life;
  return epochOf(at) < epochOf(expiresAt) ? { state: 'issued', expiresAt } : { state: 'expired', expiresAt };
};
