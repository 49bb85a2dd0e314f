import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  close,
  handOver,
  settle,
  takeRung,
  tookRung,
  touch,
  undo,
  withdraw,
} from '../../../domain/application/gate-changes.ts';
import { gate as gateSchema, viewOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { holdUntil } from '../../../domain/promises/kept.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';
import { minute, pending, rungs } from './gates.ts';

const decided = (gate: Gate, minutes: number, outcome: 'shortlisted' | 'declined' = 'declined'): Gate =>
  settle(gate, {
    outcome,
    decision: { by: 'ana-ruiz', at: minute(minutes), reasons: ['personal'] },
    holdUntil: holdUntil(minute(minutes), gate.due, 'PT10M'),
  });

const [remind, , , delay, , , release] = rungs;

describe('settling', () => {
  test('holds the decision until it can no longer be undone', () => {
    expect(decided(pending(), 60)).toMatchObject({
      status: 'held',
      version: 2,
      outcome: 'declined',
      settledBy: 'person',
      holdUntil: minute(70),
      kept: true,
    });
  });

  test('with nothing to undo holds it until its own instant, so that it is final at once', () => {
    const gate = pending({ kind: 'feedback' });
    const given = settle(gate, {
      outcome: 'given',
      decision: { by: 'tom-becker', at: minute(5) },
      holdUntil: null,
    });
    expect(given.holdUntil).toBe(minute(5));
    expect(close(given, minute(5)).status).toBe('closed');
  });

  test('on the promised instant keeps the promise, a moment later does not', () => {
    expect(decided(pending(), 48 * 60).kept).toBe(true);
    expect(decided(pending(), 48 * 60 + 1).kept).toBe(false);
  });

  test('is refused with an outcome that the gate does not know', () => {
    const hire = (): Gate =>
      settle(pending(), { outcome: 'hired', decision: { by: 'ana-ruiz', at: minute(1) }, holdUntil: null });
    expect(hire).toThrow('a shortlist cannot be settled as hired');
  });

  test.each([
    ['decided', decided(pending(), 60), 'settled already as declined by ana-ruiz'],
    ['withdrawn', withdraw(pending(), minute(60)), 'the candidate has withdrawn'],
    ['released', takeRung(pending(), release, minute(72 * 60)), 'the candidate was released'],
  ])('is refused when it is %s, and says why', (_, gate, why) => {
    expect(() => decided(gate, 61)).toThrow(why);
  });
});

describe('undoing', () => {
  test('makes the gate wait again, as if nothing had been decided', () => {
    const { version, ...rest } = undo(decided(pending(), 60), minute(69));
    expect({ ...rest, version }).toEqual({ ...pending(), version: 3 });
  });

  test('does not mend a promise that was broken before', () => {
    const late = takeRung(pending(), delay, minute(48 * 60));
    expect(undo(decided(late, 50 * 60), minute(50 * 60 + 5)).kept).toBe(false);
  });

  test('is too late from the instant at which the message leaves', () => {
    const gate = decided(pending(), 60);
    expect(() => undo(gate, minute(70))).toThrow('the message has left');
    expect(() => undo(close(gate, minute(70)), minute(70))).toThrow(NotAllowed);
  });

  test('is not for facts: an interview that was scheduled is rescheduled instead', () => {
    const gate = pending({ kind: 'interview-date' });
    const decision = { by: 'ana-ruiz', at: minute(5), interviewId: 'x' };
    const scheduled = settle(gate, { outcome: 'scheduled', decision, holdUntil: minute(99) });
    expect(() => undo(scheduled, minute(6))).toThrow('there is no decision to undo');
  });
});

describe('handing over', () => {
  test('changes whose it is, and not a date', () => {
    const before = pending({ rung: 1 });
    expect(handOver(before, 'lin-zhao')).toEqual({
      ...before,
      version: 2,
      owner: 'lin-zhao',
      handedOver: true,
    });
  });

  test.each([
    ['to whom it is with', pending(), 'ana-ruiz', 'it is theirs already'],
    ['of what is decided', decided(pending(), 60), 'lin-zhao', 'settled already as declined by ana-ruiz'],
    ['after a withdrawal', withdraw(pending(), minute(60)), 'lin-zhao', 'the candidate has withdrawn'],
    ['of a plain wait', pending({ kind: 'offer-pause' }), 'lin-zhao', 'this waits for nobody'],
  ])('is refused %s', (_, gate, owner, why) => {
    expect(() => handOver(gate, owner)).toThrow(why);
  });
});

describe('closing', () => {
  test('waits for the window, and leaves a gate that waits for a person alone', () => {
    const held = decided(pending(), 60);
    expect(close(held, minute(69))).toBe(held);
    expect(close(pending(), minute(69))).toMatchObject({ status: 'pending' });
    expect(close(held, minute(70))).toMatchObject({ status: 'closed', closedAt: minute(70) });
  });
});

describe('the ladder', () => {
  test('a reminder changes nothing that a colleague sees: no new version', () => {
    expect(takeRung(pending(), remind, minute(24 * 60))).toEqual({ ...pending(), rung: 0 });
  });

  test('at the deadline the promise is broken and has a new date', () => {
    const late = takeRung(pending(), delay, minute(48 * 60));
    expect(late).toMatchObject({ due: minute(72 * 60), firstDue: minute(48 * 60), kept: false, version: 2 });
  });

  test('the last rung releases the candidate', () => {
    expect(takeRung(pending(), release, minute(72 * 60))).toMatchObject({
      status: 'closed',
      outcome: 'released',
      settledBy: 'timer',
      kept: false,
    });
  });

  test('taken twice is taken once, but its message may still be due', () => {
    const once = takeRung(pending(), delay, minute(48 * 60));
    expect(takeRung(once, delay, minute(48 * 60))).toBe(once);
    expect(tookRung(once, delay.index)).toBe(true);
    expect(tookRung(once, release.index)).toBe(false);
    expect(tookRung(takeRung(once, release, minute(72 * 60)), release.index)).toBe(true);
  });

  test('is not climbed past a person: the decision came first', () => {
    const held = decided(pending(), 60);
    expect(takeRung(held, release, minute(72 * 60))).toBe(held);
    expect(tookRung(decided(takeRung(pending(), remind, minute(24 * 60)), 24 * 60), remind.index)).toBe(
      false,
    );
  });
});

describe('touching', () => {
  test('lets the machine look again, unless the gate is over', () => {
    expect(touch(pending()).version).toBe(2);
    const over = withdraw(pending(), minute(1));
    expect(touch(over)).toBe(over);
  });
});

describe('what a machine is told', () => {
  test('is neither who decided nor why, and the outcome only once it is final', () => {
    const held = decided(pending(), 60);
    expect(viewOf(held)).toMatchObject({ status: 'held', outcome: null, settledBy: null, kept: true });
    const over = viewOf(close(held, minute(70)));
    expect(over).toMatchObject({ outcome: 'declined', settledBy: 'person' });
    expect(JSON.stringify(over)).not.toMatch(/ana-ruiz|personal/);
  });
});

/** Everything that can happen to a gate, at instants that only go forward. */
const moves = fc.array(
  fc.record({
    wait: fc.nat({ max: 12 * 60 }),
    what: fc.constantFrom('shortlist', 'decline', 'undo', 'close', 'rung', 'withdraw', 'touch', 'hand-over'),
  }),
  { maxLength: 25 },
);

function moved(gate: Gate, what: string, minutes: number): Gate {
  const at = minute(minutes);
  const next = rungs[gate.rung + 1];
  switch (what) {
    case 'shortlist':
      return decided(gate, minutes, 'shortlisted');
    case 'decline':
      return decided(gate, minutes);
    case 'undo':
      return undo(gate, at);
    case 'close':
      return close(gate, at);
    case 'withdraw':
      return withdraw(gate, at);
    case 'touch':
      return touch(gate);
    case 'hand-over':
      return handOver(gate, gate.owner === 'ana-ruiz' ? 'lin-zhao' : 'ana-ruiz');
    default:
      return next && next.minutes <= minutes ? takeRung(gate, next, at) : gate;
  }
}

/** The gate after each move, refused ones left out; the first is how it opened. */
function lifeOf(sequence: readonly { wait: number; what: string }[]): { gate: Gate; minutes: number }[] {
  const life = [{ gate: pending(), minutes: 0 }];
  for (const { wait, what } of sequence) {
    const { gate, minutes } = life.at(-1) ?? { gate: pending(), minutes: 0 };
    try {
      life.push({ gate: moved(gate, what, minutes + wait), minutes: minutes + wait });
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      life.push({ gate, minutes: minutes + wait });
    }
  }
  return life;
}

describe('whatever happens to a gate', () => {
  const always = (check: (life: { gate: Gate; minutes: number }[]) => void): void =>
    fc.assert(
      fc.property(moves, (sequence) => check(lifeOf(sequence))),
      { numRuns: 1000 },
    );
  const steps = (life: { gate: Gate; minutes: number }[]) =>
    life.slice(1).map((after, index) => ({ before: life[index]?.gate ?? pending(), after: after.gate }));

  test('it stays a gate that the store accepts', () => {
    always((life) => life.forEach(({ gate }) => gateSchema.parse(gate)));
  });

  test('a closed gate never changes, so there is one winner', () => {
    always((life) => {
      const closed = life.map(({ gate }) => gate).filter(({ status }) => status === 'closed');
      expect(new Set(closed).size).toBeLessThanOrEqual(1);
      expect(closed.every(({ outcome, settledBy, closedAt }) => outcome && settledBy && closedAt)).toBe(true);
    });
  });

  test('every change that a machine must see has a version of its own, and versions only grow', () => {
    always((life) => {
      for (const { before, after } of steps(life)) {
        const { rung: _, ...seen } = before;
        const { rung: __, ...now } = after;
        const grew = after.version === before.version + 1;
        expect(grew || JSON.stringify(seen) === JSON.stringify(now)).toBe(true);
      }
    });
  });

  test('a promise is kept only by a decision no later than what was promised first', () => {
    always((life) => {
      const keeping = life.filter(({ gate }) => gate.kept === true).map(({ gate }) => gate);
      expect(keeping.every(({ decision, firstDue }) => decision && decision.at <= firstDue)).toBe(true);
    });
  });

  test('a promise once broken at its deadline is never kept again', () => {
    always((life) => {
      const broken = life.findIndex(({ gate }) => gate.due > gate.firstDue);
      expect(broken >= 0 && life.slice(broken).some(({ gate }) => gate.kept !== false)).toBe(false);
    });
  });

  test('a decision made in time is final by the promised date', () => {
    always((life) => {
      const held = life.filter(({ gate }) => gate.status === 'held' && gate.kept === true);
      expect(held.every(({ gate }) => (gate.holdUntil ?? '') <= gate.firstDue)).toBe(true);
    });
  });

  test('only a settled gate carries a decision, and a withdrawn or released one carries none', () => {
    always((life) => {
      const states = life.map(({ gate: { decision, settledBy } }) => [decision !== undefined, settledBy]);
      expect(states.every(([carries, by]) => carries === (by === 'person'))).toBe(true);
    });
  });

  test('rungs are climbed in order and none is climbed back', () => {
    always((life) => {
      expect(steps(life).every(({ before, after }) => after.rung >= before.rung)).toBe(true);
    });
  });
});
