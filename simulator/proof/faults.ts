import { stepOf } from '../what-if/model/machines.ts';
import type { Machine } from '../asl/definition/types.ts';
import { hangsApart, taskNamed } from './hanging.ts';
import type { Fault, Pending } from '../what-if/model/news.ts';

interface Trouble {
  readonly text: string;
  readonly fault: Fault;
  /** Every further attempt goes wrong in the same way. */
  readonly lasting: boolean;
}

/**
 * How a call can go wrong for good: with an error that trying again does not mend, or, where a call is waited for,
 * by hanging at every attempt, if that ends differently. Errors that are mended by trying again change nothing but the time.
 */
export function troubles(
  { request: { call, state } }: Pending,
  machine: Machine | undefined,
): readonly Trouble[] {
  if (call.kind === 'startExecution')
    return [{ text: `'${state}' is refused`, fault: { refused: 'StateMachineDeleting' }, lasting: false }];
  const hangs: Trouble = { text: `'${state}' hangs at every attempt`, fault: 'silent', lasting: true };
  if (call.kind === 'putEvents') return [hangs];
  const fails: Trouble = {
    text: `'${state}' fails for good`,
    fault: { throws: 'NotAllowed' },
    lasting: false,
  };
  // A wait of which nobody knows the token ends by itself, and meanwhile people go on acting.
  const waits = call.kind === 'invokeFunction' && stepOf(call.functionName) === 'open-gate';
  if (waits) return [fails, { ...hangs, text: `'${state}' is never heard of`, lasting: false }];
  const task = taskNamed(machine, state);
  return task && !hangsApart(task) ? [fails] : [fails, hangs];
}
