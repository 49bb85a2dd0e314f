import { standingOf } from '../interviews/standing.ts';
import type { Interview } from '../interviews/interview.ts';
import type { Gate } from '../application/gate-item.ts';
import { NotAllowed } from '../steps/errors.ts';
import type { Feedback, FeedbackDraft, FeedbackForm } from './feedback.ts';
import type { Whose } from './whose.ts';

/**
 * Whether an interviewer may still write: until the text for the candidate is approved, and not when the
 * interview was called off or the candidate withdrew.
 */
export function writingState(
  interview: Pick<Interview, 'approved' | 'status' | 'endsAt'>,
  gate: Pick<Gate, 'outcome'>,
  at: string,
): 'editable' | 'approved' | 'over' {
  if (interview.approved) return 'approved';
  const called = standingOf(interview, at) === 'cancelled' || gate.outcome === 'withdrawn';
  return called ? 'over' : 'editable';
}

/** @throws NotAllowed unless the state is `editable` */
export function refuseUnlessEditable(state: ReturnType<typeof writingState>): void {
  if (state === 'approved') throw new NotAllowed('the feedback was approved; it can no longer change');
  if (state === 'over') throw new NotAllowed('feedback on this interview is no longer needed');
}

/**
 * The draft as it is now, in place of the one before.
 * @throws NotAllowed when the feedback was given: then only the whole form replaces it
 */
export function drafted(
  before: Feedback | undefined,
  whose: Whose,
  draft: FeedbackDraft,
  at: string,
): Feedback {
  if (before?.givenAt !== undefined)
    throw new NotAllowed('the feedback was given; give it again to change it');
  return { ...draft, ...whose, version: (before?.version ?? 0) + 1, updatedAt: at };
}

/** The complete form, given now or, when it was given before, changed now. */
export function given(before: Feedback | undefined, whose: Whose, form: FeedbackForm, at: string): Feedback {
  return {
    ...form,
    ...whose,
    version: (before?.version ?? 0) + 1,
    updatedAt: at,
    givenAt: before?.givenAt ?? at,
  };
}
