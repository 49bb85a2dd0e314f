import { leave, shape } from '../completing.ts';
import type { PassState } from '../definition/types.ts';
import type { Thread } from '../execution.ts';
import type { Run } from '../run.ts';

/** Pass: gives its input or its Output on. */
export async function pass(run: Run, thread: Thread, state: PassState): Promise<void> {
  leave(run, thread, state, await shape(state, run.scope(thread), thread.input, state.name), state.next);
}
