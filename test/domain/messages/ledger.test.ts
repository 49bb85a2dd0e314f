import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerEntry, nextMove } from '../../../domain/messages/ledger.ts';
import type { LedgerEntry } from '../../../domain/messages/ledger.ts';

const entry = (changes: Partial<LedgerEntry>): LedgerEntry =>
  ledgerEntry.parse({
    applicationId: '01KJPZ3C8RQ0VBTN5W2XEDF7QM',
    key: 'decline.candidate.1',
    message: 'decline',
    to: 'candidate',
    status: 'intent',
    attempts: 0,
    waits: 0,
    intendedAt: '2026-03-02T09:00:00.000Z',
    ...changes,
  });

describe('what to do with a message that a step is asked to send', () => {
  test.each<[entry: Partial<LedgerEntry>, mayResend: boolean, move: ReturnType<typeof nextMove>]>([
    [{ status: 'intent' }, true, 'send'],
    [{ status: 'intent' }, false, 'send'],
    [{ status: 'sent', attempts: 1 }, true, 'done'],
    [{ status: 'held-back' }, true, 'done'],
    [{ status: 'sending', attempts: 1, waits: 0 }, true, 'wait'],
    [{ status: 'sending', attempts: 1, waits: 2 }, true, 'wait'],
    [{ status: 'sending', attempts: 1, waits: 3 }, true, 'send'],
    [{ status: 'sending', attempts: 1, waits: 3 }, false, 'give-up'],
    [{ status: 'sending', attempts: 2, waits: 3 }, true, 'give-up'],
    [{ status: 'sending', attempts: 1, waits: 0, seen: 'delivered' }, true, 'done'],
    [{ status: 'sending', attempts: 1, waits: 3, seen: 'sent' }, false, 'done'],
    [{ status: 'sending', attempts: 1, waits: 0, seen: 'rejected' }, true, 'done'],
  ])('%j, resend %s: %s', (changes, mayResend, move) => {
    expect(nextMove(entry(changes), mayResend)).toBe(move);
  });

  test('however often its sending breaks off, it leaves at most twice, marketing at most once', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.nat({ max: 30 }), (mayResend, calls) => {
        let state = entry({});
        let left = 0;
        for (let call = 0; call <= calls; call += 1) {
          const move = nextMove(state, mayResend);
          if (move === 'wait') state = { ...state, waits: state.waits + 1 };
          if (move !== 'send') continue;
          left += 1;
          state = { ...state, status: 'sending', attempts: state.attempts + 1 };
        }
        expect(left).toBeLessThanOrEqual(mayResend ? 2 : 1);
      }),
    );
  });
});
