import type { Fault, Pending } from '../what-if/model/news.ts';

interface Trouble {
  readonly text: string;
  readonly fault: Fault;
  /** Every further attempt goes wrong in the same way. */
  readonly lasting: boolean;
}

/**
 * How a call can go wrong for good: with an error that trying again does not mend, or, where a call is waited for,
 * by hanging at every attempt. Errors that are mended by trying again change nothing but the time.
 */
export function troubles({ request: { call, state } }: Pending): readonly Trouble[] {
  if (call.kind === 'startExecution')
    return [{ text: `'${state}' is refused`, fault: { refused: 'StateMachineDeleting' }, lasting: false }];
  const hangs = { text: `'${state}' hangs at every attempt`, fault: 'silent', lasting: true } as const;
  if (call.kind === 'putEvents') return [hangs];
  return [{ text: `'${state}' fails for good`, fault: { throws: 'NotAllowed' }, lasting: false }, hangs];
}
