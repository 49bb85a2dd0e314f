import type { Gate } from '../application/gate-item.ts';
import type { Interview } from '../interviews/interview.ts';
import { NotFound } from '../steps/errors.ts';
import type { Whose } from './whose.ts';

/** The gates at which feedback on an interview is waited for. */
export const feedbackGatesOf = <Of extends Pick<Gate, 'kind' | 'subject'>>(
  gates: readonly Of[],
  about: string,
): Of[] => gates.filter(({ kind, subject }) => kind === 'feedback' && subject.startsWith(`${about}.`));

/**
 * Which of an application's gates waits for somebody's feedback: the one that is theirs, else the one at which they were
 * asked first, though it was handed over since. Whoever of the two writes first settles it.
 * @throws NotFound when neither is so, or no longer
 */
export function feedbackGateOf<Of extends Pick<Gate, 'kind' | 'subject' | 'owner'>>(
  gates: readonly Of[],
  { interviewId: about, interviewer }: Omit<Whose, 'applicationId'>,
): Of {
  const asked = feedbackGatesOf(gates, about);
  const found =
    asked.find(({ owner }) => owner === interviewer) ??
    asked.find(({ subject }) => subject === `${about}.${interviewer}`);
  if (!found) throw new NotFound('the request for feedback');
  return found;
}

/** Whose feedback on an interview there is or may come: of those who held it, were named in their place, or wrote. */
export function askedAbout(
  { interviewId: about, interviewers }: Pick<Interview, 'interviewId' | 'interviewers'>,
  gates: readonly Pick<Gate, 'kind' | 'subject' | 'owner'>[],
  written: readonly Pick<Whose, 'interviewId' | 'interviewer'>[],
): string[] {
  const named = feedbackGatesOf(gates, about).map(({ owner }) => owner);
  const wrote = written.filter(({ interviewId: of }) => of === about).map(({ interviewer }) => interviewer);
  return [...new Set([...interviewers, ...named, ...wrote])];
}
