import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { ApprovedFeedback } from '../../../domain/feedback/approved-feedback.ts';
import { askedAbout } from '../../../domain/feedback/asked.ts';
import { objectionsToText } from '../../../domain/feedback/objections.ts';
import { approve as approved } from '../../../domain/interviews/changes.ts';
import type { Interview } from '../../../domain/interviews/interview.ts';
import { eventWrite } from '../../adapters/store/events.ts';
import { listFeedback } from '../../adapters/store/feedback.ts';
import { settleGate } from '../../adapters/store/gate-changes.ts';
import { listGates } from '../../adapters/store/gates.ts';
import { interviewWrite, readInterview } from '../../adapters/store/interviews.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { permitted, refuseUnlessLead } from './signed-in.ts';
import { wake } from '../../runtime/wake.ts';

interface OnInterview extends Exchange {
  readonly params: { readonly applicationId: string; readonly interviewId: string };
}

/** What each interviewer has written so far, one entry for each. */
export async function readFeedback({ table }: Services, { params, caller }: OnInterview) {
  const { applicationId, interviewId } = params;
  await permitted(table, caller, applicationId);
  const [interview, gates, written] = await Promise.all([
    readInterview(table, applicationId, interviewId),
    listGates(table, applicationId),
    listFeedback(table, applicationId, interviewId),
  ]);
  return {
    feedback: askedAbout(interview, gates, written).map((interviewer) => {
      const found = written.find((one) => one.interviewer === interviewer);
      if (!found) return { interviewer, state: 'missing' as const };
      const { ratings, wentWell, toImprove, forCandidate, givenAt } = found;
      const state = givenAt === undefined ? ('draft' as const) : ('given' as const);
      return { interviewer, state, ratings, wentWell, toImprove, forCandidate, givenAt };
    }),
  };
}

/** Makes a text the feedback that the candidate reads; with that, what they were promised is kept. */
export async function approve(
  services: Services,
  {
    params: { applicationId, interviewId },
    body: { expectedVersion, ...text },
    at,
    caller,
  }: OnInterview & { readonly body: ApprovedFeedback & { readonly expectedVersion?: number | undefined } },
): Promise<Interview> {
  const { table } = services;
  const { colleague } = await permitted(table, caller, applicationId);
  refuseUnlessLead(colleague);
  refuseObjections(objectionsToText(text));
  const actor = colleague.id;
  const interview = approved(await readInterview(table, applicationId, interviewId), text, { by: actor, at });
  const settled = await settleGate(table, {
    applicationId,
    gateId: gateIdOf('approval', interviewId),
    outcome: 'approved',
    actor,
    at,
    holdUntil: null,
    expectedVersion,
    decision: { interviewId },
    together: [
      interviewWrite(table, interview),
      eventWrite(table, { applicationId, at, type: 'FeedbackApproved', actor, detail: { interviewId } }),
    ],
  });
  await wake(services, settled, at);
  return interview;
}
