import { isUndoable } from '../../../domain/application/gate.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { objectionsTo } from '../../../domain/decisions/decision.ts';
import type { Decision } from '../../../domain/decisions/decision.ts';
import { decisionLetter } from '../../../domain/letters/decision-letter.ts';
import type { Facts } from '../../../domain/letters/facts.ts';
import { applicationUrl } from '../../../domain/links/link.ts';
import { pageUrl } from '../../../domain/links/pages.ts';
import { holdUntil } from '../../../domain/promises/kept.ts';
import { NotAllowed, NotFound } from '../../../domain/steps/errors.ts';
import { readGate } from '../../adapters/store/gates.ts';
import { findMessage } from '../../adapters/store/messages.ts';
import { settingsOf } from '../../adapters/store/revisions.ts';
import type { Exchange } from '../../runtime/request.ts';
import { refuseObjections } from './objections.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';

interface Asked extends Exchange {
  readonly params: { readonly applicationId: string };
  readonly body: Decision & { readonly gateId: string };
}

/** Writes the letter of a decision that is not made, by the code that will write it once it is. */
export async function previewDecision(
  { table, siteUrl }: Services,
  { params: { applicationId }, body: { gateId, ...decision }, at, caller }: Asked,
) {
  const { colleague, application } = await permitted(table, caller, applicationId);
  const gate = await readGate(table, applicationId, gateId);
  if (gate.status !== 'pending') throw new NotAllowed('this is decided already');
  refuseObjections(objectionsTo(gate.kind, decision));
  const { undoWindow } = await settingsOf(table, application);
  const leavesAt = isUndoable(gate.kind) ? holdUntil(at, gate.due, undoWindow) : at;
  const { message, tellsGate } = decisionLetter(gate.kind, decision.outcome);
  // What writes letters is loaded when somebody first looks at one.
  const [{ gatherFacts }, { writeLetter }] = await Promise.all([
    import('../../adapters/letter-facts.ts'),
    import('../../adapters/letters.ts'),
  ]);
  const facts = await gatherFacts(
    { table, linksOf: () => Promise.resolve(linksWithoutKeys(siteUrl, applicationId)) },
    application,
    {
      applicationId,
      message,
      to: 'candidate',
      occurrence: 'preview',
      at: leavesAt,
      ...(tellsGate && { gateId }),
    },
  );
  const decided: Gate = {
    ...gate,
    outcome: decision.outcome,
    decision: { ...decision, by: colleague.id, at },
  };
  const { letter, locale } = await writeLetter(table, message, {
    ...facts,
    gate: tellsGate ? decided : undefined,
  });
  const { subject, html, text } = letter;
  return { message, locale, to: application.candidate.email, leavesAt, subject, html, text };
}

const blotted = '…';

/** Addresses as they look in a letter whose keys are blotted out. */
function linksWithoutKeys(siteUrl: string, applicationId: string): Facts['links'] {
  return {
    status: applicationUrl(siteUrl, blotted),
    survey: pageUrl.survey(siteUrl, blotted),
    unsubscribe: pageUrl.unsubscribe(siteUrl, blotted),
    action: pageUrl.application(siteUrl, applicationId),
  };
}

/** A message as its reader saw it. */
export async function readLetter(
  { table }: Services,
  {
    params: { applicationId, key },
    caller,
  }: Exchange & { readonly params: { readonly applicationId: string; readonly key: string } },
) {
  await permitted(table, caller, applicationId);
  const entry = await findMessage(table, applicationId, key);
  if (!entry?.letter) throw new NotFound('the letter');
  const { message, to, status, seen, sentAt, sendingAt, intendedAt, letter } = entry;
  return {
    message,
    to,
    status,
    seen,
    at: sentAt ?? sendingAt ?? intendedAt,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
  };
}
