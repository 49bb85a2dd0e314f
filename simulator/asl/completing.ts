import { type Soon, onceKnown } from './at-hand.ts';
import { childDone } from './children.ts';
import type { State } from './definition/types.ts';
import { type ErrorKind, dataLimitExceeded } from './errors.ts';
import type { Thread } from './execution.ts';
import type { Scope } from './expression.ts';
import { type Json, type JsonObject, exceedsBytes, isJsonObject } from './json.ts';
import { MAX_PAYLOAD_BYTES } from './limits.ts';
import type { Run } from './run.ts';
import { type Template, evaluate } from './template.ts';

interface Shape {
  readonly assign?: Template;
  readonly output?: Template;
}

/** What a state gives on: its output and the variables it assigns. */
export interface Shaped {
  readonly output: Json;
  readonly assigned?: JsonObject;
}

/**
 * Evaluates `Assign` and `Output`, both with the values from before the state's end. Without an Output the state
 * gives `fallback`. Throws EvaluationError, or StatesError for an output over the limit.
 */
export function shape(shape: Shape, scope: Scope, fallback: Json, stateName: string): Soon<Shaped> {
  const assigned = shape.assign ? evaluate(shape.assign, scope) : undefined;
  return onceKnown(assigned, (variables) =>
    onceKnown(shape.output ? evaluate(shape.output, scope) : fallback, (output) => {
      checkSize(output, fallback, stateName, 'terminal');
      if (variables !== undefined) checkSize(variables, undefined, stateName, 'terminal');
      return isJsonObject(variables) ? { output, assigned: variables } : { output };
    }),
  );
}

/** Throws for a payload over the limit; a value that went through unchanged was checked before. */
export function checkSize(value: Json, known: Json | undefined, source: string, kind: ErrorKind): void {
  if (value !== known && exceedsBytes(value, MAX_PAYLOAD_BYTES)) throw dataLimitExceeded(source, kind);
}

/** Leaves a state: the exited event, the variables, and the next state or the end of the thread. */
export function leave(
  run: Run,
  thread: Thread,
  state: State,
  shaped: Shaped,
  next: string | undefined,
): void {
  run.emit(thread, `${state.type}StateExited`, {
    name: state.name,
    output: shaped.output,
    ...(shaped.assigned ? { assignedVariables: shaped.assigned } : {}),
  });
  if (shaped.assigned) thread.variables = { ...thread.variables, ...shaped.assigned };
  if (next === undefined) endThread(run, thread, shaped.output);
  else goTo(run, thread, next, shaped.output);
}

function goTo(run: Run, thread: Thread, state: string, input: Json): void {
  thread.state = state;
  thread.input = input;
  thread.retryCount = 0;
  clearWork(thread);
  thread.retries = undefined;
  run.makeReady(thread, 'enter');
}

/** Forgets what the state was waiting for. */
export function clearWork(thread: Thread): void {
  thread.wake = undefined;
  thread.task = undefined;
  thread.children = undefined;
  thread.outcome = undefined;
}

function endThread(run: Run, thread: Thread, output: Json): void {
  const parent = run.parentOf(thread);
  if (parent) {
    const state = run.stateOf(parent);
    if (state.type === 'Map')
      run.emit(thread, 'MapIterationSucceeded', { name: state.name, index: thread.index });
    childDone(run, parent, thread, output);
    return;
  }
  run.emit(thread, 'ExecutionSucceeded', { output });
  run.removeThread(thread);
  close(run, 'SUCCEEDED');
  run.execution.output = output;
}

/** Ends the execution; threads that are left stay for a redrive. */
export function close(run: Run, status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED'): void {
  const { execution } = run;
  execution.status = status;
  execution.stoppedAt = run.now();
  execution.ready = [];
}
