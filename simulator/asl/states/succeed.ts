import { leave, shape } from '../completing.ts';
import type { SucceedState } from '../definition/types.ts';
import type { Thread } from '../execution.ts';
import type { Run } from '../run.ts';

/** Succeed: ends its machine, branch or iteration. */
export async function succeed(run: Run, thread: Thread, state: SucceedState): Promise<void> {
  leave(run, thread, state, await shape(state, run.scope(thread), thread.input, state.name), undefined);
}
