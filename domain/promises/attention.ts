import type { Application, CurrentPromise } from '../application/application.ts';
import { releases } from '../application/gate.ts';
import type { Gate } from '../application/gate-item.ts';
import { isOpen } from '../application/stages.ts';
import { dueOf } from '../letters/dates.ts';
import { answersAt } from '../messages/answers.ts';
import type { Settings } from '../settings/settings.ts';

interface Owed {
  readonly due: string;
  readonly firstDue: string;
}

/**
 * What a candidate is promised once a machine could go no further and HR has a task due at an instant: that
 * task's date, or undefined when what they were told holds until later anyway, so that nothing need be said.
 * Whoever has only been acknowledged was told the date of the decision and waits for that. `unanswered` is what was
 * promised of an answer that is decided and has not gone out.
 */
export function promiseOfAttention(
  { stage, promise, submittedAt }: Pick<Application, 'stage' | 'promise' | 'submittedAt'>,
  settings: Settings,
  { due, owner, at }: { readonly due: string; readonly owner: string; readonly at: string },
  unanswered?: Owed,
): CurrentPromise | undefined {
  if (promise?.kind === 'attention') return undefined;
  const owed = isOpen(stage) ? promise && toldOf(promise, settings, submittedAt) : unanswered;
  if (!owed || owed.due >= due) return undefined;
  return { kind: 'attention', due, firstDue: owed.firstDue, madeAt: at, owner };
}

function toldOf(promise: CurrentPromise, settings: Settings, submittedAt: string): Owed {
  if (promise.kind !== 'acknowledgement') return promise;
  const due = dueOf('shortlist', settings, submittedAt);
  return { due, firstDue: due };
}

/** What was promised of an answer that is decided, but of which no message has gone out; undefined when it has. */
export function unansweredOf(
  { stage }: Pick<Application, 'stage'>,
  gates: readonly Pick<Gate, 'kind' | 'closedAt' | 'due' | 'firstDue'>[],
  ledger: readonly { readonly message: string; readonly to: string; readonly status: string }[],
): Owed | undefined {
  const answers = answersAt(stage);
  const went = ledger.some(
    ({ message, to, status }) =>
      to === 'candidate' &&
      (status === 'sent' || status === 'held-back') &&
      answers.some((answer) => answer === message),
  );
  if (answers.length === 0 || went) return undefined;
  const closed = gates.filter(({ kind, closedAt }) => releases(kind) && closedAt !== undefined);
  return closed.toSorted((one, other) => ((one.closedAt ?? '') < (other.closedAt ?? '') ? -1 : 1)).at(-1);
}
