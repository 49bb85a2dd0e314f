import type * as z from 'zod';
import type { questionView } from '../../../domain/api/recruiter/questions.ts';
import type { Gate } from '../../../domain/application/gate-item.ts';
import { questionGateId, statusOf } from '../../../domain/questions/question.ts';
import type { Question } from '../../../domain/questions/question.ts';
import { settleGate } from '../../adapters/store/gate-changes.ts';
import { readQuestion } from '../../adapters/store/questions.ts';
import type { Exchange } from '../../runtime/request.ts';
import { wake } from '../../runtime/wake.ts';
import type { Services } from './services.ts';
import { permitted } from './signed-in.ts';

type View = z.input<typeof questionView>;

interface OnQuestion<Body> extends Exchange {
  readonly params: { readonly applicationId: string; readonly questionId: string };
  readonly body: Body & { readonly expectedVersion: number };
}

/** Answers a question in writing: the machine that waits sends the text. */
export function answer(
  services: Services,
  { body: { text, expectedVersion }, ...request }: OnQuestion<{ readonly text: string }>,
): Promise<View> {
  return settle(services, request, { outcome: 'answered', expectedVersion, decision: { text } });
}

/** Ticks a call off; nothing more is sent, as candidate and colleague have spoken. */
export function called(
  services: Services,
  { body: { note, expectedVersion }, ...request }: OnQuestion<{ readonly note?: string | undefined }>,
): Promise<View> {
  const decision = note === undefined ? {} : { note };
  return settle(services, request, { outcome: 'called', expectedVersion, decision });
}

async function settle(
  services: Services,
  { params: { applicationId, questionId }, at, caller }: Omit<OnQuestion<unknown>, 'body'>,
  how: {
    readonly outcome: 'answered' | 'called';
    readonly expectedVersion: number;
    readonly decision: Readonly<Record<string, unknown>>;
  },
): Promise<View> {
  const { table } = services;
  const { colleague } = await permitted(table, caller, applicationId);
  const question = await readQuestion(table, applicationId, questionId);
  const settled = await settleGate(table, {
    applicationId,
    gateId: questionGateId(questionId),
    actor: colleague.id,
    at,
    holdUntil: null,
    ...how,
  });
  await wake(services, settled, at);
  return viewOf(question, settled);
}

/** A question with what its gate says of it. */
export function viewOf(question: Question, gate: Gate): View {
  const { questionId, wants, text, askedAt, phone, window } = question;
  const { gateId, version, due, firstDue, owner, decision } = gate;
  return {
    questionId,
    wants,
    text,
    askedAt,
    ...(phone !== undefined && { phone }),
    ...(window && { window }),
    gateId,
    status: statusOf(gate),
    version,
    due,
    firstDue,
    owner,
    ...(decision && {
      settled: {
        by: decision.by,
        at: decision.at,
        ...words('text', decision['text']),
        ...words('note', decision['note']),
      },
    }),
  };
}

const words = (name: 'text' | 'note', value: unknown): { text?: string; note?: string } =>
  typeof value === 'string' ? { [name]: value } : {};
