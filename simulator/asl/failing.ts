import { abandonTask, abortSiblings, discardChildren } from './aborting.ts';
import { childDone } from './children.ts';
import { clearWork, close, leave, shape } from './completing.ts';
import type { Catcher, State } from './definition/types.ts';
import { withDefined } from './defined.ts';
import { abandonAll } from './ending.ts';
import { EvaluationError, QUERY_EVALUATION_ERROR, StatesError, inState, isFatal } from './errors.ts';
import type { Thread } from './execution.ts';
import type { JsonObject } from './json.ts';
import { findCatcher, findRetrier, retryDelay } from './matching.ts';
import type { Run } from './run.ts';

/** The error of a state, with its event if an evaluation went wrong; undefined for a fault of the engine itself. */
export function stateError(run: Run, thread: Thread, error: unknown): StatesError | undefined {
  if (error instanceof StatesError) return error;
  if (!(error instanceof EvaluationError)) return undefined;
  const cause = inState(thread.state, thread.enteredId, error.message);
  // A state that fails by its own expression has not left the decision that entered it; a Wait has.
  const inDecision = thread.previousId === thread.enteredId && run.stateOf(thread).type !== 'Wait';
  run.emit(
    thread,
    'EvaluationFailed',
    { error: QUERY_EVALUATION_ERROR, cause, location: error.location, state: thread.state },
    inDecision ? { previousId: thread.beforeId } : {},
  );
  return new StatesError(QUERY_EVALUATION_ERROR, cause, { kind: 'evaluation', location: error.location });
}

/** A state failed: a retry is planned, a Catch takes over, or what is around it fails. */
export async function fail(run: Run, thread: Thread, error: StatesError): Promise<void> {
  const state = run.stateOf(thread);
  if ('retry' in state && planRetry(run, thread, state, error)) return;
  const caught = 'catch' in state ? findCatcher(state.catch, error) : undefined;
  if (caught) await takeOver(run, thread, state, caught, error);
  else await failUncaught(run, thread, state, error);
}

function planRetry(
  run: Run,
  thread: Thread,
  state: Extract<State, { retry: unknown }>,
  error: StatesError,
): boolean {
  const found = findRetrier(state.retry, thread, error);
  if (!found) return false;
  const { retrier, index, attempt } = found;
  const retries = state.retry.map((_, at) => thread.retries?.[at] ?? 0);
  retries[index] = attempt + 1;
  thread.retries = retries;
  clear(run, thread);
  thread.phase = 'wait';
  thread.wake = run.timer(run.now() + retryDelay(retrier, attempt, run.environment.random));
  return true;
}

async function takeOver(
  run: Run,
  thread: Thread,
  state: State,
  catcher: Catcher,
  error: StatesError,
): Promise<void> {
  const errorOutput: JsonObject = { Error: error.error ?? null, Cause: catchCause(error) };
  failedState(run, thread, state);
  try {
    const shaped = await shape(catcher, run.scope(thread, { errorOutput }), errorOutput, state.name);
    clear(run, thread);
    leave(run, thread, state, shaped, catcher.next);
  } catch (failure) {
    const ofCatch = stateError(run, thread, failure);
    if (!ofCatch) throw failure;
    await failUncaught(run, thread, state, ofCatch);
  }
}

/** A caught time-out has an empty cause; a callback that gave none has null. */
function catchCause(error: StatesError): string | null {
  if (error.detail !== undefined) return error.detail;
  return error.kind === 'timeout' || error.kind === 'heartbeat' ? '' : null;
}

async function failUncaught(run: Run, thread: Thread, state: State, error: StatesError): Promise<void> {
  if (!isFatal(error)) failedState(run, thread, state);
  await passOn(run, thread, error);
}

function failedState(run: Run, thread: Thread, state: State): void {
  if (state.type === 'Map' || state.type === 'Parallel') run.emit(thread, `${state.type}StateFailed`);
}

async function passOn(run: Run, thread: Thread, error: StatesError): Promise<void> {
  thread.phase = 'failed';
  const parent = run.parentOf(thread);
  if (!parent) {
    failExecution(run, thread, error);
    return;
  }
  const around = run.stateOf(parent);
  if (around.type === 'Map') {
    if (!isFatal(error))
      run.emit(thread, 'MapIterationFailed', { name: around.name, index: thread.index }, { advance: false });
    if (tolerated(run, parent, thread, error)) return;
  }
  const seen = outer(parent, error);
  if (!isFatal(seen)) abortSiblings(run, parent, thread);
  parent.previousId = thread.previousId;
  await fail(run, parent, seen);
}

/** Within the tolerance of a Map a failed iteration ends with its error as result. */
function tolerated(run: Run, parent: Thread, thread: Thread, error: StatesError): boolean {
  const { children } = parent;
  if (children?.tolerated === undefined || children.failures >= children.tolerated) return false;
  children.failures++;
  clear(run, thread);
  childDone(run, parent, thread, { Error: error.error ?? null, Cause: error.detail ?? null });
  return true;
}

/** The error as the state around sees it. */
function outer(parent: Thread, error: StatesError): StatesError {
  if (parent.children?.tolerated !== undefined) {
    return new StatesError(
      'States.ExceedToleratedFailureThreshold',
      'The specified tolerated failure threshold was exceeded',
    );
  }
  return error;
}

function failExecution(run: Run, thread: Thread, error: StatesError): void {
  const said = { ...withDefined('error', error.error), ...withDefined('cause', error.detail) };
  run.emit(thread, 'ExecutionFailed', said);
  close(run, 'FAILED');
  Object.assign(run.execution, said);
  abandonAll(run);
}

function clear(run: Run, thread: Thread): void {
  discardChildren(run, thread);
  abandonTask(run, thread);
  clearWork(thread);
}
