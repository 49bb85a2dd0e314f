import type { Thread } from './execution.ts';
import type { Run } from './run.ts';

/** States whose end by force is an event of its own. */
const ABORTED = new Set(['Task', 'Wait', 'Parallel', 'Map']);

/** Ends the branches or iterations beside one that failed: the events say so, the threads stay. */
export function abortSiblings(run: Run, parent: Thread, failed: Thread): void {
  abortState(run, failed, failed.previousId);
  abortChildren(run, parent, failed);
}

/** Ends the branches or iterations of a state that failed. The events follow the last one of what failed. */
export function abortChildren(run: Run, parent: Thread, failed: Thread): void {
  const { type, name } = run.stateOf(parent);
  const { previousId } = failed;
  for (const child of run.childrenOf(parent)) {
    if (child === failed) continue;
    if (type === 'Map') {
      const details = { name, index: child.index };
      run.emit(child, 'MapIterationAborted', details, { advance: false, previousId });
    }
    abortWithin(run, child, previousId);
  }
}

function abortWithin(run: Run, thread: Thread, previousId: number): void {
  if (thread.phase === 'enter') return;
  abortState(run, thread, previousId);
  for (const child of run.childrenOf(thread)) abortWithin(run, child, previousId);
}

function abortState(run: Run, thread: Thread, previousId: number): void {
  const { type } = run.stateOf(thread);
  const over = thread.phase === 'failed' && type !== 'Task';
  if (ABORTED.has(type) && !over)
    run.emit(thread, `${type}StateAborted`, undefined, { advance: false, previousId });
}

/** Takes away everything below a thread; executions its tasks waited for are given up. */
export function discardChildren(run: Run, thread: Thread): void {
  if (!thread.children) return;
  for (const child of run.childrenOf(thread)) {
    discardChildren(run, child);
    abandonTask(run, child);
    run.removeThread(child);
  }
}

/** Gives up the execution a task waits for, so that it is stopped as well. */
export function abandonTask(run: Run, thread: Thread): void {
  if (thread.task?.child === undefined) return;
  run.environment.abandon(thread.task.child);
  delete thread.task.child;
}
