import { touch } from '../../../domain/application/gate-changes.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import { standingOf } from '../../../domain/interviews/standing.ts';
import { Contended } from '../../../domain/steps/errors.ts';
import { eventWrite } from './events.ts';
import { findGate, gateWrite } from './gates.ts';
import { interviewWrite, readInterview } from './interviews.ts';
import { optimistically } from './optimistic.ts';
import type { Table } from './table.ts';

export interface InterviewChange {
  readonly applicationId: string;
  readonly interviewId: string;
  readonly expectedVersion: number;
  readonly type: 'InterviewRescheduled' | 'InterviewCancelled';
  /** Staff id. */
  readonly actor: string;
  readonly at: string;
  readonly rule: (interview: Interview) => Interview;
}

/**
 * Changes an interview by a rule, together with the gate at which a machine waits for its end, if one does
 * already. Gives that gate as it stands afterwards, to wake the machine; none when the rule changes nothing.
 * @throws NotFound, Contended, and what the rule throws
 */
export async function changeInterview(
  table: Table,
  change: InterviewChange,
): Promise<{ interview: Interview; gate: Gate | undefined }> {
  const { applicationId, interviewId, at } = change;
  const gateId = gateIdOf('interview', interviewId);
  const interview = await optimistically(table, 'the interview', async () => {
    const read = await readInterview(table, applicationId, interviewId);
    if (read.version !== change.expectedVersion) throw new Contended('the interview');
    const next = change.rule(read);
    if (next === read) return { result: next, writes: [] };
    const gate = await findGate(table, applicationId, gateId);
    const touched = gate && touch(gate);
    return {
      result: next,
      writes: [
        interviewWrite(table, next),
        eventWrite(table, {
          applicationId,
          at,
          type: change.type,
          actor: change.actor,
          detail: { interviewId, startsAt: next.startsAt, sequence: next.sequence },
        }),
        ...(gate && touched && touched !== gate ? [gateWrite(table, gate, touched, at)] : []),
      ],
    };
  });
  const changed = interview.version !== change.expectedVersion;
  return { interview, gate: changed ? await findGate(table, applicationId, gateId) : undefined };
}

/**
 * Tells the audit trail once that an interview took place, however often it is seen to be over. Gives the interview as it
 * stands then: one that was moved or called off since it was read did not take place.
 */
export function markHeld(
  table: Table,
  { applicationId, interviewId }: Pick<Interview, 'applicationId' | 'interviewId'>,
  at: string,
): Promise<Interview> {
  return optimistically<Interview>(table, 'the interview', async () => {
    const read = await readInterview(table, applicationId, interviewId);
    if (read.heldAt !== undefined || standingOf(read, at) !== 'over') return { writes: [], result: read };
    const held = { ...read, version: read.version + 1, heldAt: at };
    return {
      result: held,
      writes: [
        interviewWrite(table, held),
        eventWrite(table, {
          applicationId,
          at,
          type: 'InterviewHeld',
          actor: 'system',
          detail: { interviewId, endsAt: read.endsAt },
        }),
      ],
    };
  });
}
