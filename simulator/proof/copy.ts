import type { Execution, Thread } from '../asl/execution.ts';
import type { Running, WorldData } from '../what-if/model/world.ts';

/** A world that can go on without the first one noticing. Values inside of threads are never changed in place. */
export function copyOf(data: WorldData): WorldData {
  const executions: Record<string, Running> = {};
  for (const [arn, running] of Object.entries(data.executions)) {
    const { execution } = running;
    executions[arn] =
      execution.status === 'RUNNING' || running.untold
        ? { ...running, execution: copyOfExecution(execution) }
        : running;
  }
  return { ...data, executions };
}

function copyOfExecution(execution: Execution): Execution {
  const threads: Record<string, Thread> = {};
  for (const [id, thread] of Object.entries(execution.threads)) threads[id] = copyOfThread(thread);
  return { ...execution, ready: [...execution.ready], threads };
}

/** Each part by name, so that all copies have the same shape: what goes on with them is then faster. */
function copyOfThread({ task, children, retries, ...thread }: Thread): Thread {
  const { id, parent, index, state, phase, input, variables } = thread;
  const { enteredAt, enteredId, beforeId, previousId, retryCount, wake, outcome } = thread;
  return {
    id,
    parent,
    index,
    state,
    phase,
    input,
    variables,
    enteredAt,
    enteredId,
    beforeId,
    previousId,
    retryCount,
    wake,
    outcome,
    task: task && { ...task },
    children: children && { ...children, results: { ...children.results } },
    retries: retries && [...retries],
  };
}
