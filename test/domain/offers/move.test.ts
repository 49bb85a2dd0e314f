import { expect, it } from 'vitest';
import type { CodeLife } from '../../../domain/codes/code-life.ts';
import { moveOf } from '../../../domain/offers/move.ts';

const expiresAt = '2026-06-01T00:00:00.000Z';
const at = '2026-03-02T10:00:00.000Z';
const issued: CodeLife = { state: 'issued', expiresAt };
const reserved: CodeLife = {
  state: 'reserved',
  expiresAt,
  orderId: 'A-1',
  until: '2026-03-02T10:15:00.000Z',
};
const redeemed: CodeLife = { state: 'redeemed', expiresAt, orderId: 'A-1', redeemedAt: at };

it.each([
  [issued, reserved, at, 'reserved'],
  [reserved, { ...reserved, until: '2026-03-02T11:00:00.000Z' }, at, undefined],
  [reserved, { ...reserved, orderId: 'A-2' }, '2026-03-02T12:00:00.000Z', 'reserved'],
  [reserved, issued, at, 'released'],
  [reserved, redeemed, at, 'redeemed'],
  [redeemed, issued, at, 'rolledBack'],
  [issued, { state: 'void', expiresAt, voidedAt: at }, at, 'void'],
  [issued, { state: 'expired', expiresAt }, expiresAt, undefined],
] as const)('from %o to %o at %s is %s', (before, after, when, move) => {
  expect(moveOf(before, after, when)).toBe(move);
});
