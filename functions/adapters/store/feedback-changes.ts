import { settle } from '../../../domain/application/gate-changes.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { feedbackGateOf } from '../../../domain/feedback/asked.ts';
import type { Feedback, FeedbackDraft, FeedbackForm } from '../../../domain/feedback/feedback.ts';
import { drafted, given, refuseUnlessEditable, writingState } from '../../../domain/feedback/writing.ts';
import type { Whose } from '../../../domain/feedback/whose.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import { eventWrite } from './events.ts';
import { feedbackWrite, findFeedback } from './feedback.ts';
import { gateWrite, listGates, readGate } from './gates.ts';
import { readInterview } from './interviews.ts';
import { keys } from './keys.ts';
import { optimistically } from './optimistic.ts';
import type { Table, Write } from './table.ts';

/**
 * The gate at which a machine waits for somebody's feedback.
 * @throws NotFound
 */
export async function readFeedbackGate(table: Table, whose: Whose): Promise<Gate> {
  return feedbackGateOf(await listGates(table, whose.applicationId), whose);
}

/**
 * Keeps what an interviewer has written so far.
 * @throws NotFound, Contended; NotAllowed once it was given, or is approved or no longer needed
 */
export function saveDraft(table: Table, whose: Whose, draft: FeedbackDraft, at: string): Promise<Feedback> {
  return optimistically(table, 'the feedback', async () => {
    const { before, notApproved } = await readWritable(table, whose, at);
    const next = drafted(before, whose, draft, at);
    return { result: next, writes: [feedbackWrite(table, next), notApproved] };
  });
}

/**
 * Takes an interviewer's feedback. The first time it also settles the gate that waits for it; given late or
 * again it only replaces what was there. Gives the gate as it stands, to wake the machine if it was settled.
 * @throws NotFound, Contended; NotAllowed once it is approved or no longer needed
 */
export async function giveFeedback(
  table: Table,
  whose: Whose,
  form: FeedbackForm,
  at: string,
): Promise<{ feedback: Feedback; gate: Gate }> {
  const { applicationId, interviewId, interviewer } = whose;
  const { feedback, gateId } = await optimistically(table, 'the feedback', async () => {
    const { before, gate, notApproved } = await readWritable(table, whose, at);
    const next = given(before, whose, form, at);
    const writes: Write[] = [feedbackWrite(table, next), notApproved];
    if (before?.givenAt === undefined) {
      writes.push(
        eventWrite(table, {
          applicationId,
          at,
          type: 'FeedbackGiven',
          actor: interviewer,
          detail: { interviewId, gateId: gate.gateId },
        }),
      );
    }
    if (gate.status === 'pending') {
      const decision = { by: interviewer, at, interviewId };
      writes.push(gateWrite(table, gate, settle(gate, { outcome: 'given', holdUntil: null, decision }), at));
    }
    return { result: { feedback: next, gateId: gate.gateId }, writes };
  });
  return { feedback, gate: await readGate(table, applicationId, gateId) };
}

async function readWritable(table: Table, whose: Whose, at: string) {
  const { applicationId, interviewId, interviewer } = whose;
  const [interview, gate, before] = await Promise.all([
    readInterview(table, applicationId, interviewId),
    readFeedbackGate(table, whose),
    findFeedback(table, applicationId, interviewId, interviewer),
  ]);
  refuseUnlessEditable(writingState(interview, gate, at));
  return { gate, before, notApproved: stillUnapproved(table, interview) };
}

/** Nothing is written behind the back of whoever approves at the same moment. */
function stillUnapproved(table: Table, { applicationId, interviewId }: Interview): Write {
  return {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.interview(applicationId, interviewId),
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(approved)',
    },
  };
}
