import { deadline } from './ending.ts';
import type { Thread } from './execution.ts';
import type { Run } from './run.ts';

/** Lets an execution that ended badly go on from where it was. The time-out begins anew. */
export function redriveExecution(run: Run): void {
  const { execution } = run;
  const now = run.now();
  execution.redriveCount++;
  execution.redrivenAt = now;
  execution.status = 'RUNNING';
  execution.deadline = run.timer(deadline(run.machine, now));
  delete execution.stoppedAt;
  delete execution.error;
  delete execution.cause;
  run.emit(undefined, 'ExecutionRedriven', { redriveCount: execution.redriveCount });
  for (const thread of run.threads()) restart(run, thread);
}

/** A thread begins its state again; a Parallel or Map keeps the results it has. */
function restart(run: Run, thread: Thread): void {
  thread.wake = undefined;
  thread.task = undefined;
  thread.outcome = undefined;
  thread.retries = undefined;
  thread.retryCount = 0;
  if (run.childrenOf(thread).length > 0) {
    thread.phase = 'wait';
    return;
  }
  thread.children = undefined;
  run.makeReady(thread, thread.phase === 'enter' ? 'enter' : 'run');
}
