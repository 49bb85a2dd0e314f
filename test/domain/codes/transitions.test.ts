import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CodeLife, codeLife, lifeAt } from '../../../domain/codes/code-life.ts';
import { expire, redeem, reserve, rollBack, voidCode } from '../../../domain/codes/transitions.ts';

const expiresAt = '2026-07-01T00:00:00Z';
const at = '2026-06-01T12:00:00Z';
const until = '2026-06-01T12:15:00Z';
const later = '2026-06-01T12:15:00Z';
const afterwards = '2026-07-01T00:00:00Z';

const issued: CodeLife = { state: 'issued', expiresAt };
const reserved: CodeLife = { state: 'reserved', expiresAt, orderId: 'A1', until };
const redeemed: CodeLife = { state: 'redeemed', expiresAt, orderId: 'A1', redeemedAt: at };
const voided: CodeLife = { state: 'void', expiresAt, voidedAt: at };
const expired: CodeLife = { state: 'expired', expiresAt };

/** The name of the error a move fails with, or the state it leads to. */
const resultOf = (move: () => CodeLife): string => {
  try {
    return codeLife.parse(move()).state;
  } catch (error) {
    return error instanceof Error ? error.name : 'no error';
  }
};

describe('a code as it is at an instant', () => {
  test.each<[string, CodeLife, string, CodeLife]>([
    ['is valid until it expires', issued, '2026-06-30T23:59:59.999Z', issued],
    ['has expired from that instant on', issued, expiresAt, expired],
    ['is held by a reservation', reserved, '2026-06-01T12:14:59.999Z', reserved],
    ['is free when the reservation is over', reserved, until, issued],
    ['has expired when the reservation was over before', reserved, afterwards, expired],
    ['stays redeemed', redeemed, afterwards, redeemed],
    ['stays void', voided, afterwards, voided],
  ])('%s', (_, life, at, expected) => {
    expect(lifeAt(life, at)).toEqual(expected);
  });

  test('is held by a reservation beyond its expiry, so that a checkout can be finished', () => {
    const late: CodeLife = { ...reserved, until: '2026-07-01T00:10:00Z' };
    expect(redeem(late, { orderId: 'A1', at: '2026-07-01T00:05:00Z' }).state).toBe('redeemed');
    expect(lifeAt(late, '2026-07-01T00:10:00Z').state).toBe('expired');
  });
});

describe('each move from each state', () => {
  test.each<[string, CodeLife, string[]]>([
    // reserve, redeem, roll back for order A1; void; expire
    ['issued', issued, ['reserved', 'redeemed', 'issued', 'void', 'CodeStillValid']],
    ['reserved', reserved, ['reserved', 'redeemed', 'issued', 'void', 'CodeReserved']],
    ['redeemed', redeemed, ['CodeRedeemed', 'redeemed', 'issued', 'CodeRedeemed', 'CodeRedeemed']],
    ['void', voided, ['CodeVoid', 'CodeVoid', 'CodeVoid', 'void', 'CodeVoid']],
    ['expired', expired, ['CodeExpired', 'CodeExpired', 'CodeExpired', 'void', 'expired']],
  ])('%s', (_, life, expected) => {
    const order = { orderId: 'A1', at };
    expect([
      resultOf(() => reserve(life, { ...order, until })),
      resultOf(() => redeem(life, order)),
      resultOf(() => rollBack(life, order)),
      resultOf(() => voidCode(life, at)),
      resultOf(() => expire(life, at)),
    ]).toEqual(expected);
  });

  test.each<[string, CodeLife, string[]]>([
    ['reserved', reserved, ['CodeReserved', 'CodeReserved', 'CodeReserved']],
    ['redeemed', redeemed, ['CodeRedeemed', 'CodeRedeemed', 'CodeRedeemed']],
  ])('%s is refused to another order', (_, life, expected) => {
    const order = { orderId: 'B2', at };
    expect([
      resultOf(() => reserve(life, { ...order, until })),
      resultOf(() => redeem(life, order)),
      resultOf(() => rollBack(life, order)),
    ]).toEqual(expected);
  });

  test('another order may have it once the reservation is over', () => {
    expect(redeem(reserved, { orderId: 'B2', at: later })).toEqual({
      state: 'redeemed',
      expiresAt,
      orderId: 'B2',
      redeemedAt: later,
    });
  });

  test('expiry stops every use but does not undo one', () => {
    const order = { orderId: 'A1', at: afterwards };
    expect(resultOf(() => redeem(issued, order))).toBe('CodeExpired');
    expect(resultOf(() => redeem(redeemed, order))).toBe('redeemed');
    expect(lifeAt(rollBack(redeemed, order), afterwards).state).toBe('expired');
    expect(expire(issued, afterwards)).toEqual(expired);
  });

  test('a repeated redemption or voiding keeps the instant of the first', () => {
    expect(redeem(redeemed, { orderId: 'A1', at: later })).toEqual(redeemed);
    expect(voidCode(voided, later)).toEqual(voided);
  });

  test('a reservation that is over before it begins is refused', () => {
    expect(() => reserve(issued, { orderId: 'A1', at, until: at })).toThrow(RangeError);
  });
});

test('a code is never redeemed for two orders, whatever the shop tries', () => {
  const tries = fc.record({
    move: fc.constantFrom('reserve', 'redeem', 'rollBack'),
    orderId: fc.constantFrom('A1', 'B2'),
    minute: fc.integer({ min: 0, max: 40 }),
  });
  const after = (
    life: CodeLife,
    { move, orderId, minute }: { move: string; orderId: string; minute: number },
  ) => {
    const at = new Date(Date.UTC(2026, 5, 1, 12, minute)).toISOString();
    const until = new Date(Date.UTC(2026, 5, 1, 12, minute + 15)).toISOString();
    try {
      if (move === 'reserve') return reserve(life, { orderId, at, until });
      return move === 'redeem' ? redeem(life, { orderId, at }) : rollBack(life, { orderId, at });
    } catch {
      return undefined;
    }
  };
  fc.assert(
    fc.property(fc.array(tries, { maxLength: 30 }), (list) => {
      let life: CodeLife = issued;
      let holder: string | undefined;
      for (const step of list.toSorted((one, other) => one.minute - other.minute)) {
        const next = after(life, step);
        if (next !== undefined && step.move === 'redeem') holder ??= step.orderId;
        if (next !== undefined && step.move === 'rollBack') holder = undefined;
        life = next ?? life;
        expect(life.state === 'redeemed' ? life.orderId : undefined).toBe(holder);
      }
    }),
    { numRuns: 500 },
  );
});
