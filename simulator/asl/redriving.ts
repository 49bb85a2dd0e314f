import type { Thread } from './execution.ts';
import type { Run } from './run.ts';

/** Makes a thread of an execution that ended go on where it was; a Parallel or Map keeps the results it has. */
export function restart(run: Run, thread: Thread): void {
  delete thread.wake;
  delete thread.task;
  delete thread.outcome;
  delete thread.retries;
  thread.retryCount = 0;
  if (run.childrenOf(thread).length === 0) {
    delete thread.children;
    run.makeReady(thread, thread.enteredId === 0 || thread.phase === 'enter' ? 'enter' : 'run');
  } else thread.phase = 'wait';
}
