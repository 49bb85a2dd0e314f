import * as z from 'zod';
import { exactDuration, exactMilliseconds } from '../calendar/duration.ts';
import { orderId } from '../codes/code-life.ts';
import { instant } from '../ids.ts';
import { discount, money } from '../messages/values.ts';
import { endpoint } from './endpoint.ts';

/** Why a code is refused, for a shop that wants to tell its customer. */
export const shopProblem = {
  unknown: '/problems/code-unknown',
  reserved: '/problems/code-reserved',
  redeemed: '/problems/code-redeemed',
  void: '/problems/code-void',
  expired: '/problems/code-expired',
} as const;

/** As a customer typed it: case, spaces and hyphens do not matter. It never stands in an address. */
const code = z.string().min(1).max(40);

const minute = 60_000;
const ttl = exactDuration.pipe(
  z.string().refine((iso) => exactMilliseconds(iso) >= minute && exactMilliseconds(iso) <= 24 * 60 * minute, {
    error: 'must lie between PT1M and PT24H',
  }),
);

/** What a shop may know of a code: its worth and its state, never whose it is. */
const standing = {
  state: z.enum(['issued', 'reserved', 'redeemed', 'void', 'expired']),
  value: discount,
  /** The last day on which the code can be used. */
  expiresOn: z.iso.date(),
};

const status = 200;
const problems = [403, 404, 409];

export const shopApi = {
  verify: endpoint({
    id: 'verifyCode',
    method: 'POST',
    path: '/api/shop/verify',
    summary: 'Ask whether a code can be used now, and what it is worth',
    access: 'shop',
    request: { body: z.strictObject({ code }) },
    reply: { status, body: z.strictObject({ valid: z.boolean(), ...standing }) },
    problems: [403, 404],
  }),
  reserve: endpoint({
    id: 'reserveCode',
    method: 'POST',
    path: '/api/shop/reserve',
    summary: 'Hold a code for an order while the customer pays; again to prolong it',
    access: 'shop',
    request: { body: z.strictObject({ code, orderId, ttl }) },
    reply: { status, body: z.strictObject({ ...standing, until: instant }) },
    problems,
  }),
  redeem: endpoint({
    id: 'redeemCode',
    method: 'POST',
    path: '/api/shop/redeem',
    summary: 'Use a code up for an order; the same order may ask again',
    access: 'shop',
    request: { body: z.strictObject({ code, orderId, amount: z.optional(money) }) },
    reply: { status, body: z.strictObject({ ...standing, redeemedAt: instant }) },
    problems,
  }),
  rollBack: endpoint({
    id: 'rollBackCode',
    method: 'POST',
    path: '/api/shop/rollback',
    summary: 'Give a code back after its order was cancelled',
    access: 'shop',
    request: { body: z.strictObject({ code, orderId }) },
    reply: { status, body: z.strictObject(standing) },
    problems,
  }),
} as const;
