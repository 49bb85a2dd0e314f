import type * as z from 'zod';
import { NotAllowed } from '../steps/errors.ts';
import { isPlainWait, isUndoable, maySettle } from './gate.ts';
import type { GateOutcome } from './gate.ts';
import type { decision, Gate } from './gate-item.ts';

type Decision = z.output<typeof decision>;

/**
 * A person settles a pending gate. It stays held until `holdUntil` (its own instant when there is nothing to
 * undo) and is closed by the machine.
 * @throws NotAllowed when it is settled already, or may not be settled so
 */
export function settle(
  gate: Gate,
  how: { outcome: GateOutcome; decision: Decision; holdUntil: string | null },
): Gate {
  if (gate.status !== 'pending') throw alreadySettled(gate);
  if (!maySettle(gate.kind, how.outcome)) {
    throw new NotAllowed(`a ${gate.kind} cannot be settled as ${how.outcome}`);
  }
  return {
    ...gate,
    version: gate.version + 1,
    status: 'held',
    outcome: how.outcome,
    settledBy: 'person',
    decision: how.decision,
    holdUntil: how.holdUntil ?? how.decision.at,
    kept: gate.kept ?? how.decision.at <= gate.firstDue,
  };
}

/**
 * Somebody else owes what a gate waits for from now on. The dates stay, and so does the ladder.
 * @throws NotAllowed when nobody owes it any more or ever did, or they owe it already
 */
export function handOver(gate: Gate, owner: string): Gate {
  if (isPlainWait(gate.kind)) throw new NotAllowed('this waits for nobody');
  if (gate.status !== 'pending') throw alreadySettled(gate);
  if (gate.owner === owner) throw new NotAllowed('it is theirs already');
  return { ...gate, version: gate.version + 1, owner, handedOver: true };
}

/**
 * Takes a decision back while its message has not left.
 * @throws NotAllowed when there is nothing to undo, or it is too late
 */
export function undo(gate: Gate, at: string): Gate {
  if (gate.status !== 'held' || !isUndoable(gate.kind)) throw new NotAllowed('there is no decision to undo');
  if ((gate.holdUntil ?? at) <= at) throw new NotAllowed('the time to undo is over; the message has left');
  const { outcome, settledBy, decision, holdUntil, kept, ...rest } = gate;
  return { ...rest, version: gate.version + 1, status: 'pending', ...(kept === false && broken(gate)) };
}

/** A promise that was broken before the decision stays broken when the decision is undone. */
function broken(gate: Gate): { kept?: false } {
  return gate.due > gate.firstDue ? { kept: false } : {};
}

/** The machine closes a held gate once its window is over; before that, or when pending, it stays. */
export function close(gate: Gate, at: string): Gate {
  if (gate.status !== 'held' || (gate.holdUntil ?? at) > at) return gate;
  return { ...gate, version: gate.version + 1, status: 'closed', closedAt: at };
}

/**
 * The timer takes a rung of the ladder. Only a pending gate has rungs to take; one that was taken before is
 * not taken again, so a step that runs twice changes nothing.
 */
export function takeRung(
  gate: Gate,
  rung: { index: number; action: 'remind' | 'escalate' | 'delay' | 'release'; due: string },
  at: string,
): Gate {
  if (gate.status !== 'pending' || gate.rung >= rung.index) return gate;
  const taken: Gate = { ...gate, rung: rung.index };
  if (rung.action === 'delay') return { ...taken, version: gate.version + 1, due: rung.due, kept: false };
  if (rung.action !== 'release') return taken;
  return {
    ...taken,
    version: gate.version + 1,
    status: 'closed',
    outcome: 'released',
    settledBy: 'timer',
    kept: false,
    closedAt: at,
  };
}

/** Whether this rung is the last thing that happened to the gate: its message is due, now or again. */
export function tookRung(gate: Gate, index: number): boolean {
  if (gate.rung !== index) return false;
  return gate.status === 'pending' || gate.settledBy === 'timer';
}

/** The candidate withdraws: whatever is open ends, with no decision. What is over stays as it ended. */
export function withdraw(gate: Gate, at: string): Gate {
  if (gate.status === 'closed') return gate;
  const { decision, holdUntil, kept, ...rest } = gate;
  return {
    ...rest,
    version: gate.version + 1,
    status: 'closed',
    outcome: 'withdrawn',
    settledBy: 'candidate',
    closedAt: at,
    ...(kept === false && { kept }),
  };
}

/** Something the machine waits on has changed: it should look again. */
export function touch(gate: Gate): Gate {
  return gate.status === 'closed' ? gate : { ...gate, version: gate.version + 1 };
}

function alreadySettled(gate: Gate): NotAllowed {
  if (gate.settledBy === 'person' && gate.decision) {
    return new NotAllowed(
      `settled already as ${gate.outcome ?? 'over'} by ${gate.decision.by} at ${gate.decision.at}`,
    );
  }
  if (gate.settledBy === 'candidate') return new NotAllowed('the candidate has withdrawn');
  return new NotAllowed('the last deadline has passed; the candidate was released');
}
