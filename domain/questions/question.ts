import * as z from 'zod';
import type { Gate } from '../application/gate-item.ts';
import { gateIdOf } from '../application/gate-item.ts';
import { applicationId, instant, questionId } from '../ids.ts';
import { wanted } from '../messages/kinds.ts';
import { phone } from '../messages/values.ts';
import { NotAllowed } from '../steps/errors.ts';

/** How many questions of one application may wait for an answer at a time. */
export const mostOpen = 3;

/** What somebody asks, in their own words; several paragraphs if they like. */
const words = z.string().trim().min(1).max(2000);

/** From when until when a candidate can be reached. */
export const callWindow = z.strictObject({ from: instant, to: instant });
export type CallWindow = z.output<typeof callWindow>;

/** What a candidate sends: a question to be answered in writing, or one to be called about. */
export const questionForm = z.discriminatedUnion('wants', [
  z.strictObject({ wants: z.literal('answer'), text: words }),
  z.strictObject({ wants: z.literal('call'), text: words, phone, window: callWindow }),
]);
export type QuestionForm = z.output<typeof questionForm>;

/** A question as it was asked. What becomes of it stands on its gate. */
export const question = z.strictObject({
  applicationId,
  questionId,
  wants: wanted,
  text: words,
  askedAt: instant,
  /** When it was promised for. */
  due: instant,
  phone: z.optional(phone),
  window: z.optional(callWindow),
  /** Which execution sees to it, the first if none is named; `stalled` when that one could not go on. */
  run: z.optional(z.int()),
  stalled: z.optional(z.boolean()),
});
export type Question = z.output<typeof question>;

/** The gate at which a machine waits for a question to be answered. */
export const questionGateId = (id: string): string => gateIdOf('question', id);

/** Where a question stands: `open`, or how it ended. */
export const questionStatus = z.enum(['open', 'answered', 'called', 'released', 'withdrawn']);

/** Where the question of a gate stands. A settled one is answered, though its letter may leave a moment later. */
export function statusOf({ outcome }: Pick<Gate, 'outcome'>): z.output<typeof questionStatus> {
  return questionStatus.safeParse(outcome).data ?? 'open';
}

/**
 * Whoever withdrew hears no more from us, and nobody keeps more questions open than people can answer.
 * @throws NotAllowed
 */
export function refuseUnlessAskable(
  { outcome }: { readonly outcome?: string | undefined },
  gates: readonly Pick<Gate, 'kind' | 'status'>[],
): void {
  if (outcome === 'withdrawn') throw new NotAllowed('the application is withdrawn');
  const open = gates.filter(({ kind, status }) => kind === 'question' && status === 'pending').length;
  if (open >= mostOpen) {
    throw new NotAllowed(`${mostOpen} questions are open already; ask again when one of them is answered`);
  }
}

/** The id of the question that a gate waits for, or undefined when it waits for something else. */
export function questionIdOf(gateId: string | undefined): string | undefined {
  const id = gateId?.startsWith('question-') ? gateId.slice('question-'.length) : undefined;
  return questionId.safeParse(id).data;
}
