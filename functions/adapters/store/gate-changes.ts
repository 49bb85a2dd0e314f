import type { ApplicationEvent } from '../../../domain/application/application.ts';
import * as changes from '../../../domain/application/gate-changes.ts';
import type { GateOutcome } from '../../../domain/application/gate.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import {
  isOverByWithdrawal,
  overByWithdrawal,
  tasksOfWithdrawal,
} from '../../../domain/tasks/of-withdrawal.ts';
import { Contended, NotAllowed } from '../../../domain/steps/errors.ts';
import { applicationWrite, readApplication } from './applications.ts';
import { eventWrite } from './events.ts';
import { gateWrite, listGates, readGate } from './gates.ts';
import { listInterviews } from './interviews.ts';
import { readJob } from './jobs.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';
import { takingUp } from './taking-up.ts';
import { finishing, listTasks, raising } from './tasks.ts';

interface Which {
  readonly applicationId: string;
  readonly gateId: string;
}

/** Changes a gate by a rule and appends what happened; gives the gate as it stands afterwards, token and all. */
async function changeGate(
  table: Table,
  { applicationId, gateId }: Which,
  at: string,
  rule: (gate: Gate) => { next: Gate; event?: Omit<ApplicationEvent, 'applicationId' | 'at'> },
  more: readonly Write[] = [],
): Promise<Gate> {
  await optimistically(table, 'the gate', async () => {
    const read = await readGate(table, applicationId, gateId);
    const { next, event } = rule(read);
    if (next === read) return { writes: [], result: undefined };
    const writes = [gateWrite(table, read, next, at), ...more];
    if (event) writes.push(eventWrite(table, { ...event, applicationId, at }));
    return { writes, result: undefined };
  });
  return readGate(table, applicationId, gateId);
}

/** @throws Contended when it is not the version a person saw */
export function expectVersion(gate: Gate, expected: number | undefined): void {
  if (expected !== undefined && gate.version !== expected) throw new Contended('the gate');
}

export interface Settlement extends Which {
  readonly outcome: GateOutcome;
  /** Staff id of who decided. */
  readonly actor: string;
  readonly at: string;
  /** Until when it can be undone; null when there is nothing to undo. */
  readonly holdUntil: string | null;
  readonly expectedVersion?: number | undefined;
  /** Reasons, texts, the interview's id: kept on the gate, never in the audit trail. */
  readonly decision?: Readonly<Record<string, unknown>>;
  /** Written together with the decision or not at all. */
  readonly together?: readonly Write[];
}

/**
 * A person settles a gate; the first one wins.
 * @throws NotAllowed when it is settled already, by whom and when
 * @throws Contended when it is not the version the person saw
 */
export function settleGate(table: Table, settlement: Settlement): Promise<Gate> {
  const { outcome, actor, at, holdUntil } = settlement;
  return changeGate(
    table,
    settlement,
    at,
    (gate) => {
      const next = changes.settle(gate, {
        outcome,
        holdUntil,
        decision: { ...settlement.decision, by: actor, at },
      });
      expectVersion(gate, settlement.expectedVersion);
      return { next, event: { type: 'DecisionMade', actor, detail: { gateId: gate.gateId, outcome } } };
    },
    settlement.together,
  );
}

/**
 * Takes a decision back while its message has not left.
 * @throws NotAllowed when it is too late, or there is none
 */
export function undoGate(
  table: Table,
  undoing: Which & { actor: string; at: string; expectedVersion?: number | undefined },
): Promise<Gate> {
  return changeGate(table, undoing, undoing.at, (gate) => {
    expectVersion(gate, undoing.expectedVersion);
    return {
      next: changes.undo(gate, undoing.at),
      event: { type: 'DecisionUndone', actor: undoing.actor, detail: { gateId: gate.gateId } },
    };
  });
}

/**
 * The candidate withdraws: every open gate is closed with the application, and whoever would wait for them at an
 * interview becomes a task, together. Gives the gates whose machines must be woken. A second withdrawal changes nothing.
 * @throws NotAllowed when the application is closed
 */
export async function withdrawApplication(
  table: Table,
  { applicationId, at }: { applicationId: string; at: string },
): Promise<{ gates: Gate[] }> {
  await optimistically(table, 'the application', async () => {
    const application = await readApplication(table, applicationId);
    if (application.outcome === 'withdrawn') return { writes: [], result: undefined };
    if (application.stage === 'closed') throw new NotAllowed('the application is closed already');
    const [gates, interviews, asked, { recruiter }] = await Promise.all([
      listGates(table, applicationId),
      listInterviews(table, applicationId),
      listTasks(table, applicationId),
      readJob(table, application.jobId),
    ]);
    const open = gates.filter((gate) => gate.status !== 'closed');
    const tasks = tasksOfWithdrawal(interviews, { owner: recruiter, at });
    const withdrawn = { stage: 'withdrawn' as const, promise: null, answeredAt: at };
    // A machine that could not go on is what confirms the withdrawal.
    const takenUp = await takingUp(table, application, { at, by: 'candidate' }, withdrawn);
    return {
      result: undefined,
      writes: [
        ...(takenUp.length > 0 ? takenUp : [applicationWrite(table, application, withdrawn, at)]),
        ...open.map((gate) => gateWrite(table, gate, changes.withdraw(gate, at), at)),
        ...tasks.flatMap((task) => raising(table, task)),
        ...asked.filter(isOverByWithdrawal).flatMap((task) => finishing(table, task, overByWithdrawal(at))),
        eventWrite(table, {
          applicationId,
          at,
          type: 'ApplicationWithdrawn',
          actor: 'candidate',
          detail: {},
        }),
      ],
    };
  });
  const gates = await listGates(table, applicationId);
  return { gates: gates.filter((gate) => gate.outcome === 'withdrawn') };
}
