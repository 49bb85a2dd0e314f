import type { Thread } from './execution.ts';
import type { Run } from './run.ts';

/** States whose end by force is an event of its own. */
const ABORTED = new Set(['Task', 'Wait', 'Parallel', 'Map']);

/** Ends the branches or iterations beside one that failed: the events say so, the threads stay. */
export function abortSiblings(run: Run, parent: Thread, failed: Thread): void {
  abortState(run, failed);
  const { type, name } = run.stateOf(parent);
  for (const sibling of run.childrenOf(parent)) {
    if (sibling === failed) continue;
    if (type === 'Map') run.emit(sibling, 'MapIterationAborted', { name, index: sibling.index });
    abortWithin(run, sibling);
  }
}

function abortWithin(run: Run, thread: Thread): void {
  if (thread.phase === 'enter') return;
  abortState(run, thread);
  for (const child of run.childrenOf(thread)) abortWithin(run, child);
}

function abortState(run: Run, thread: Thread): void {
  const { type } = run.stateOf(thread);
  const over = thread.phase === 'failed' && type !== 'Task';
  if (ABORTED.has(type) && !over) run.emit(thread, `${type}StateAborted`, undefined, { advance: false });
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
