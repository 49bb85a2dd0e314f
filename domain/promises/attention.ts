import type { Application, CurrentPromise } from '../application/application.ts';
import { isOpen } from '../application/stages.ts';
import { dueOf } from '../letters/dates.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * What a candidate is promised once a machine could go no further and HR has a task due at an instant: that
 * task's date, or undefined when what they were told holds until later anyway, so that nothing need be said.
 * Whoever has only been acknowledged was told the date of the decision and waits for that.
 */
export function promiseOfAttention(
  { stage, promise, submittedAt }: Pick<Application, 'stage' | 'promise' | 'submittedAt'>,
  settings: Settings,
  { due, owner, at }: { readonly due: string; readonly owner: string; readonly at: string },
): CurrentPromise | undefined {
  if (!isOpen(stage) || !promise || promise.kind === 'attention') return undefined;
  const decision = promise.kind === 'acknowledgement' && dueOf('shortlist', settings, submittedAt);
  if ((decision || promise.due) >= due) return undefined;
  return { kind: 'attention', due, firstDue: decision || promise.firstDue, madeAt: at, owner };
}
