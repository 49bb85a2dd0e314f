import type { Application, CurrentPromise } from '../application/application.ts';
import { isOpen } from '../application/stages.ts';
import { dueOf } from '../letters/dates.ts';
import { answersAt } from '../messages/answers.ts';
import type { Settings } from '../settings/settings.ts';

/** A message in the ledger, as far as it says what the candidate knows. */
interface Said {
  readonly message: string;
  readonly to: string;
  readonly status: string;
  readonly sentAt?: string | undefined;
  /** The question that it is about: it says nothing of the application. */
  readonly questionId?: string | undefined;
  /** The latest date for which it has something awaited. */
  readonly promises?: string | undefined;
}

/**
 * What a candidate is promised once a machine could go no further and HR has a task due at an instant: that task's
 * date, or undefined when they were told of a date that holds until then, so that nothing need be said, or when they
 * have their answer.
 */
export function promiseOfAttention(
  application: Pick<Application, 'stage' | 'promise' | 'submittedAt'>,
  settings: Settings,
  { due, owner, at }: { readonly due: string; readonly owner: string; readonly at: string },
  ledger: readonly Said[],
): CurrentPromise | undefined {
  const { stage, promise } = application;
  const heard = ledger
    .filter(
      ({ to, status, questionId }) => to === 'candidate' && status !== 'intent' && questionId === undefined,
    )
    .toSorted(bySending);
  const answers: readonly string[] = answersAt(stage);
  const awaits =
    isOpen(stage) || (answers.length > 0 && !heard.some(({ message }) => answers.includes(message)));
  const told = lastTold(application, settings, heard);
  // Whoever was released without another date knows that a person owes them an answer, and who: that stands.
  const last = heard.at(-1);
  const released = last?.message === 'release' && last.promises === undefined;
  if (!awaits || released || promise?.kind === 'attention' || told >= due) return undefined;
  return { kind: 'attention', due, firstDue: told, madeAt: at, owner };
}

/** When HR is to have seen to a journey that was taken up and stopped again: the date that the candidate has stands. */
export function dueOfAttention({ promise }: Pick<Application, 'promise'>, due: string): string {
  return promise?.kind === 'attention' && promise.due < due ? promise.due : due;
}

/**
 * Whether the candidate was told already that HR sees to their application: each run of the journey that stops says so,
 * and the promise of the first stands.
 */
export function isTold({ promise }: Pick<Application, 'promise'>, ledger: readonly Said[]): boolean {
  if (promise?.kind !== 'attention') return false;
  return ledger.some(
    ({ message, to, status, questionId, sentAt = '' }) =>
      message === 'decision-delayed' &&
      to === 'candidate' &&
      status === 'sent' &&
      questionId === undefined &&
      sentAt >= promise.madeAt,
  );
}

/**
 * Whether it is news to a candidate that HR has the answer to their question due at an instant, since no machine can go
 * on: it is later than what they were told, and they were neither answered nor told who owes them the answer.
 */
export function isNewsOfQuestion(questionId: string, due: string, ledger: readonly Said[]): boolean {
  const heard = ledger.filter(
    (said) => said.to === 'candidate' && said.status !== 'intent' && said.questionId === questionId,
  );
  if (heard.some(({ message }) => message === 'answer' || message === 'release')) return false;
  const told = heard
    .flatMap(({ promises }) => promises ?? [])
    .toSorted()
    .at(-1);
  return told === undefined || due > told;
}

/**
 * The date that the candidate waits for: of the last message that named one, before the first that of the job's page,
 * or what their own page says, if that is later.
 */
export function lastTold(
  { submittedAt, promise }: Pick<Application, 'submittedAt' | 'promise'>,
  settings: Settings,
  heard: readonly Pick<Said, 'promises' | 'sentAt'>[],
): string {
  const naming = heard.filter(({ promises }) => promises !== undefined).toSorted(bySending);
  const told = naming.at(-1)?.promises ?? dueOf('shortlist', settings, submittedAt);
  return promise && promise.due > told ? promise.due : told;
}

function bySending(
  { sentAt: one = '' }: Pick<Said, 'sentAt'>,
  { sentAt: other = '' }: Pick<Said, 'sentAt'>,
): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
