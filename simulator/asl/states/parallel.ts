import { results, startChild } from '../children.ts';
import { checkSize, leave, shape } from '../completing.ts';
import type { ParallelState } from '../definition/types.ts';
import type { Thread } from '../execution.ts';
import type { Run } from '../run.ts';
import { evaluate } from '../template.ts';

/** Parallel: all branches at once; the result is the array of their outputs. */
export async function parallel(run: Run, thread: Thread, state: ParallelState): Promise<void> {
  if (thread.phase === 'finish') return finish(run, thread, state);
  const input = state.arguments ? await evaluate(state.arguments, run.scope(thread)) : thread.input;
  checkSize(input, thread.input, state.name, 'terminal');
  const count = state.branches.length;
  thread.children = {
    concurrency: count,
    count,
    next: count,
    running: count,
    failures: 0,
    results: {},
    done: 0,
  };
  thread.phase = 'wait';
  const startedId = run.emit(thread, 'ParallelStateStarted');
  for (let index = 0; index < count; index++) startChild(run, thread, index, input, startedId);
  return undefined;
}

async function finish(run: Run, thread: Thread, state: ParallelState): Promise<void> {
  const result = results(thread);
  checkSize(result, undefined, state.name, 'terminal');
  run.emit(thread, 'ParallelStateSucceeded', undefined, { advance: false });
  const shaped = await shape(state, run.scope(thread, { result }), result, state.name);
  leave(run, thread, state, shaped, state.next);
}
