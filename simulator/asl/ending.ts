import { abandonTask } from './aborting.ts';
import { close } from './completing.ts';
import type { Machine } from './definition/types.ts';
import { withDefined } from './defined.ts';
import { MAX_EVENTS, MAX_EXECUTION_SECONDS } from './limits.ts';
import type { Run } from './run.ts';

/** When an execution that begins (again) now times out, in epoch milliseconds. */
export function deadline(machine: Machine, now: number): number {
  return now + Math.min(machine.timeoutSeconds ?? MAX_EXECUTION_SECONDS, MAX_EXECUTION_SECONDS) * 1000;
}

/** Gives up every execution that tasks were waiting for. */
export function abandonAll(run: Run): void {
  for (const thread of run.threads()) abandonTask(run, thread);
}

/** Ends an execution from outside. */
export function stopExecution(run: Run, error: string | undefined, cause: string | undefined): void {
  const said = { ...withDefined('error', error), ...withDefined('cause', cause) };
  run.emit(undefined, 'ExecutionAborted', said);
  close(run, 'ABORTED');
  Object.assign(run.execution, said);
  abandonAll(run);
}

/** The execution's own time is over; only the event says so, the execution has no error. */
export function timeOutExecution(run: Run): void {
  run.emit(undefined, 'ExecutionTimedOut', { error: 'States.Timeout' });
  close(run, 'TIMED_OUT');
  abandonAll(run);
}

/** The history has room for the failure only. */
export function failForHistory(run: Run): void {
  const error = 'States.Runtime';
  const cause = `The execution reached the maximum number of history events (${MAX_EVENTS}).`;
  run.emit(undefined, 'ExecutionFailed', { error, cause }, { previousId: run.execution.lastEventId });
  close(run, 'FAILED');
  Object.assign(run.execution, { error, cause });
  abandonAll(run);
}
