import { type Soon, onceKnown } from '../at-hand.ts';
import { leave, shape } from '../completing.ts';
import type { PassState } from '../definition/types.ts';
import type { Thread } from '../execution.ts';
import type { Run } from '../run.ts';

/** Pass: gives its input or its Output on. */
export function pass(run: Run, thread: Thread, state: PassState): Soon<void> {
  const shaped = shape(state, run.scope(thread), thread.input, state.name);
  return onceKnown(shaped, (given) => leave(run, thread, state, given, state.next));
}
