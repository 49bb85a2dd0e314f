import { epochOf } from '../calendar/instant.ts';
import { refusal } from './code-errors.ts';
import { type CodeLife, type CodeState, lifeAt } from './code-life.ts';

/**
 * The states, as they are at the instant of the move, that each move may come from. A move that has been
 * made already is listed too: repeating it changes nothing.
 */
export const mayComeFrom = {
  reserved: ['issued', 'reserved'],
  redeemed: ['issued', 'reserved', 'redeemed'],
  'rolled back': ['reserved', 'redeemed', 'issued'],
  'made void': ['issued', 'reserved', 'expired', 'void'],
  'written off as expired': ['expired'],
} as const satisfies Record<string, readonly CodeState[]>;

type Move = keyof typeof mayComeFrom;
type Before<M extends Move> = Extract<CodeLife, { state: (typeof mayComeFrom)[M][number] }>;

/**
 * Holds the code for an order until an instant; the same order may prolong its own reservation.
 * @throws RangeError if `until` is not after `at`; CodeReserved, CodeRedeemed, CodeVoid, CodeExpired
 */
export const reserve = (
  life: CodeLife,
  { orderId, at, until }: { orderId: string; at: string; until: string },
): CodeLife => {
  if (epochOf(until) <= epochOf(at)) throw new RangeError(`A reservation made at ${at} is over at ${until}.`);
  const { expiresAt } = forOrder(before('reserved', life, at), 'reserved', orderId);
  return { state: 'reserved', expiresAt, orderId, until };
};

/**
 * Uses the code up for an order. The same order may ask again: the first redemption stays.
 * @throws CodeReserved, CodeRedeemed (both for another order), CodeVoid, CodeExpired
 */
export const redeem = (life: CodeLife, { orderId, at }: { orderId: string; at: string }): CodeLife => {
  const now = forOrder(before('redeemed', life, at), 'redeemed', orderId);
  if (now.state === 'redeemed') return now;
  return { state: 'redeemed', expiresAt: now.expiresAt, orderId, redeemedAt: at };
};

/**
 * Gives the code back after an order was cancelled; nothing changes if it was given back already.
 * @throws CodeReserved, CodeRedeemed (both for another order), CodeVoid, CodeExpired
 */
export const rollBack = (life: CodeLife, { orderId, at }: { orderId: string; at: string }): CodeLife => {
  const { expiresAt } = forOrder(before('rolled back', life, at), 'rolled back', orderId);
  return { state: 'issued', expiresAt };
};

/**
 * Takes the code out of use, for example when its person is erased.
 * @throws CodeRedeemed
 */
export const voidCode = (life: CodeLife, at: string): CodeLife => {
  const now = before('made void', life, at);
  return now.state === 'void' ? now : { state: 'void', expiresAt: now.expiresAt, voidedAt: at };
};

/**
 * Writes down that the code's time is over; lifeAt reads it so anyway.
 * @throws CodeStillValid, CodeReserved, CodeRedeemed, CodeVoid
 */
export const expire = (life: CodeLife, at: string): CodeLife => before('written off as expired', life, at);

const before = <M extends Move>(move: M, life: CodeLife, at: string): Before<M> => {
  const now = lifeAt(life, at);
  if (!isBefore(move, now)) throw refusal(now.state, move);
  return now;
};

const isBefore = <M extends Move>(move: M, life: CodeLife): life is Before<M> => {
  const states: readonly CodeState[] = mayComeFrom[move];
  return states.includes(life.state);
};

const forOrder = <L extends CodeLife>(life: L, move: Move, orderId: string): L => {
  if ('orderId' in life && life.orderId !== orderId) throw refusal(life.state, `${move} by another order`);
  return life;
};
