import { isUndoable } from '../application/gate.ts';
import type { Gate } from '../application/gate-item.ts';
import type { Application } from '../application/application.ts';
import { mayMarket } from '../consent/history.ts';
import type { Interview } from '../interviews/interview.ts';
import { news } from '../messages/kinds.ts';
import { audienceOf, categoryOf } from '../messages/messages.ts';
import type { MessageName } from '../messages/messages.ts';
import type { Person } from '../people/person.ts';

/** Why a message is held back for good. */
export type HeldBack = 'withdrawn' | 'suppressed' | 'no-consent' | 'erased';

/**
 * Whether a message may go out now, or why it never will. After a withdrawal a candidate hears one thing
 * only, that it was done; to an address that bounced nothing is sent; marketing needs a consent that holds.
 */
export function heldBack(
  name: MessageName,
  application: Pick<Application, 'outcome'>,
  person: Pick<Person, 'consents' | 'suppression'> | undefined,
): HeldBack | undefined {
  if (audienceOf(name) === 'staff') return undefined;
  if (!person) return 'erased';
  if (application.outcome === 'withdrawn' && name !== 'withdrawal-confirmed') return 'withdrawn';
  if (person.suppression) return 'suppressed';
  if (categoryOf(name) === 'marketing' && !mayMarket(person.consents, person.suppression))
    return 'no-consent';
  return undefined;
}

/** Whether a message says that HR sees to the journey: of the delays, that one alone speaks of no gate and no task. */
export function speaksOfHr(
  name: MessageName,
  { gateId, taskId }: { readonly gateId?: string | undefined; readonly taskId?: string | undefined },
): boolean {
  return name === 'decision-delayed' && gateId === undefined && taskId === undefined;
}

/** Whether somebody has to call when no mail can bring a message: it is news, and the candidate has not withdrawn. */
export const mustBeTold = (name: MessageName, { outcome }: Pick<Application, 'outcome'>): boolean =>
  outcome !== 'withdrawn' && news.safeParse(name).success;

/**
 * Whether a delay is news to the candidate. One that no gate speaks of is told only when a machine could not go on
 * and HR's task is due later than what was promised. One whose gate somebody has settled meanwhile is not, unless that
 * can still be undone: the answer goes out at once. One that names HR's task always is: the answer cannot go out.
 */
export function isNews(
  name: MessageName,
  { promise }: Pick<Application, 'promise'>,
  gate?: Pick<Gate, 'kind' | 'status'>,
  taskId?: string,
): boolean {
  if (name !== 'decision-delayed' && name !== 'feedback-delayed') return true;
  if (taskId !== undefined) return true;
  if (!gate) return promise?.kind === 'attention';
  return gate.status === 'pending' || isUndoable(gate.kind);
}

/**
 * Whether the word of an interview's time is overtaken: its occurrence, `<interviewId>.<sequence>`, is of a time before
 * the one that stands. That one is told as an occurrence of its own, so that nobody is told it twice.
 */
export function isOvertaken(
  name: MessageName,
  occurrence: string,
  interview: Pick<Interview, 'interviewId' | 'status' | 'sequence'> | undefined,
): boolean {
  if (name !== 'interview-scheduled' || interview?.status !== 'scheduled') return false;
  const [interviewId, sequence] = occurrence.split('.');
  return interviewId === interview.interviewId && Number(sequence) < interview.sequence;
}
