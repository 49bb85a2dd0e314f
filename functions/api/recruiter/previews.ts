import type { Application } from '../../../domain/application/application.ts';
import { isUndoable } from '../../../domain/application/gate.ts';
import { gateIdOf } from '../../../domain/application/gate-item.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { objectionsTo } from '../../../domain/decisions/decision.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import type { ApprovedFeedback } from '../../../domain/feedback/approved-feedback.ts';
import { objectionsToText } from '../../../domain/feedback/objections.ts';
import { approve } from '../../../domain/interviews/changes.ts';
import { decisionLetter } from '../../../domain/letters/decision-letter.ts';
import type { Facts } from '../../../domain/letters/facts.ts';
import type { MessageName } from '../../../domain/messages/messages.ts';
import { holdUntil } from '../../../domain/promises/kept.ts';
import { questionGateId } from '../../../domain/questions/question.ts';
import { NotAllowed } from '../../../domain/steps/errors.ts';
import { linksWithoutKeys } from '../../adapters/links-without-keys.ts';
import { readGate } from '../../adapters/store/gates.ts';
import { readInterview } from '../../adapters/store/interviews.ts';
import { settingsOf } from '../../adapters/store/revisions.ts';
import type { Table } from '../../adapters/store/table.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { permitted, refuseUnlessLead } from './signed-in.ts';

interface Previewed<Params, Body> extends Exchange {
  readonly params: { readonly applicationId: string } & Params;
  readonly body: Body;
}

/** The letter of a decision that is not made. */
export async function previewDecision(
  services: Services,
  {
    params: { applicationId },
    body: { gateId, ...decision },
    at,
    caller,
  }: Previewed<unknown, Decision & { readonly gateId: string }>,
) {
  const { table } = services;
  const { colleague, application } = await permitted(table, caller, applicationId);
  const gate = await pendingGate(table, applicationId, gateId);
  refuseObjections(objectionsTo(gate.kind, decision));
  const { undoWindow } = await settingsOf(table, application);
  const { message, tellsGate } = decisionLetter(gate.kind, decision.outcome);
  const { outcome } = decision;
  const decided = { ...gate, outcome, decision: { ...decision, by: colleague.id, at } };
  return written(services, {
    application,
    message,
    leavesAt: isUndoable(gate.kind) ? holdUntil(at, gate.due, undoWindow) : at,
    of: tellsGate ? { gateId } : {},
    settled: { gate: tellsGate ? decided : undefined },
  });
}

/** The letter of feedback that is not approved. */
export async function previewFeedback(
  services: Services,
  {
    params: { applicationId, interviewId },
    body: text,
    at,
    caller,
  }: Previewed<{ readonly interviewId: string }, ApprovedFeedback>,
) {
  const { table } = services;
  const { colleague, application } = await permitted(table, caller, applicationId);
  refuseUnlessLead(colleague);
  refuseObjections(objectionsToText(text));
  await pendingGate(table, applicationId, gateIdOf('approval', interviewId));
  const interview = await readInterview(table, applicationId, interviewId);
  return written(services, {
    application,
    message: 'interview-feedback',
    leavesAt: at,
    of: { interviewId },
    settled: { interview: approve(interview, text, { by: colleague.id, at }) },
  });
}

/** The letter of an answer that is not given. */
export async function previewAnswer(
  services: Services,
  {
    params: { applicationId, questionId },
    body,
    at,
    caller,
  }: Previewed<{ readonly questionId: string }, { readonly text: string }>,
) {
  const { table } = services;
  const { colleague, application } = await permitted(table, caller, applicationId);
  const gateId = questionGateId(questionId);
  const gate = await pendingGate(table, applicationId, gateId);
  const decision = { text: body.text, by: colleague.id, at };
  return written(services, {
    application,
    message: 'answer',
    leavesAt: at,
    of: { gateId },
    settled: { gate: { ...gate, outcome: 'answered', decision } },
  });
}

/** @throws NotFound; NotAllowed once it is settled */
async function pendingGate(table: Table, applicationId: string, gateId: string): Promise<Gate> {
  const gate = await readGate(table, applicationId, gateId);
  if (gate.status !== 'pending') throw new NotAllowed('this is decided already');
  return gate;
}

interface Letter {
  readonly application: Application;
  readonly message: MessageName;
  readonly leavesAt: string;
  /** What its workflow names when it sends it. */
  readonly of: { readonly gateId?: string; readonly interviewId?: string };
  /** The facts as they will be once it is settled. */
  readonly settled: Partial<Facts>;
}

/** Writes a letter by the code that will write it once what it tells is settled. Nothing is sent or kept. */
async function written(
  { table, siteUrl }: Services,
  { application, message, leavesAt, of, settled }: Letter,
) {
  // What writes letters is loaded when somebody first looks at one.
  const [{ gatherFacts }, { writeLetter }] = await Promise.all([
    import('../../adapters/letter-facts.ts'),
    import('../../adapters/letters.ts'),
  ]);
  const { applicationId } = application;
  const facts = await gatherFacts(
    { table, linksOf: () => Promise.resolve(linksWithoutKeys(siteUrl, applicationId)) },
    application,
    { applicationId, message, to: 'candidate', occurrence: 'preview', at: leavesAt, ...of },
  );
  const { letter, locale } = await writeLetter(table, message, { ...facts, ...settled });
  const { subject, html, text } = letter;
  return { message, locale, to: application.candidate.email, leavesAt, subject, html, text };
}
