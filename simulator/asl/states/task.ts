import { type Soon, onceKnown } from '../at-hand.ts';
import { checkSize, leave, shape } from '../completing.ts';
import type { TaskState } from '../definition/types.ts';
import { EvaluationError, StatesError, inState } from '../errors.ts';
import type { Outcome, Task, Thread } from '../execution.ts';
import type { Scope } from '../expression.ts';
import { childFailure, childResult, succeeded } from '../integrations/start-execution.ts';
import { type Json, isJsonObject } from '../json.ts';
import { randomUuid } from '../random.ts';
import type { Run } from '../run.ts';
import { type Template, evaluate, wrongType } from '../template.ts';
import { failedDetails, scheduledDetails, taskEvent } from './task-events.ts';

/** Task: work done elsewhere. It is scheduled, started, and ends with the outcome that is noted in the thread. */
export function task(run: Run, thread: Thread, state: TaskState): Soon<void> {
  if (thread.phase === 'start') return start(run, thread, state);
  return thread.phase === 'settle' ? settle(run, thread, state) : schedule(run, thread, state);
}

function schedule(run: Run, thread: Thread, state: TaskState): Soon<void> {
  const { random } = run.environment;
  const work: Task = { id: run.nextId(), nonce: randomUuid(random), stage: 'scheduled' };
  thread.task = work;
  const scope = run.scope(thread);
  return onceKnown(state.arguments ? evaluate(state.arguments, scope) : thread.input, (parameters) => {
    checkSize(parameters, thread.input, state.name, 'terminal');
    return onceKnown(seconds(scope, state.timeoutSeconds, 'TimeoutSeconds'), (timeout) =>
      onceKnown(seconds(scope, state.heartbeatSeconds, 'HeartbeatSeconds'), (heartbeat) => {
        if (timeout !== undefined) work.timeoutSeconds = timeout;
        if (heartbeat !== undefined) work.heartbeatSeconds = heartbeat;
        work.parameters = parameters;
        checkParameters(thread, state, parameters);
        const details = scheduledDetails(state, work, run.execution.machineArn);
        run.emit(thread, taskEvent(state, 'Scheduled'), details);
        run.makeReady(thread, 'start');
      }),
    );
  });
}

/** Parameters that make no call fail the state before anything is scheduled. */
function checkParameters(thread: Thread, state: TaskState, parameters: Json): void {
  try {
    state.integration.call(parameters, '');
  } catch (error) {
    if (!(error instanceof StatesError) || error.detail === undefined) throw error;
    throw new StatesError(error.error, inState(state.name, thread.enteredId, error.detail), {
      kind: error.kind,
    });
  }
}

function seconds(scope: Scope, template: Template | undefined, field: string): Soon<number | undefined> {
  if (!template) return undefined;
  return onceKnown(evaluate(template, scope), (value) => {
    if (typeof value !== 'number') throw wrongType(template, field, 'number', value);
    if (Number.isInteger(value) && value > 0) return value;
    throw new EvaluationError(`The ${field} field must be a positive integer, but was: ${value}`, field);
  });
}

function start(run: Run, thread: Thread, state: TaskState): void {
  const work = ongoing(thread);
  const { integration } = state;
  const now = run.now();
  if (work.timeoutSeconds !== undefined) work.timeout = run.timer(now + work.timeoutSeconds * 1000);
  if (work.heartbeatSeconds !== undefined) work.heartbeat = run.timer(now + work.heartbeatSeconds * 1000);
  work.stage = 'called';
  thread.phase = 'wait';
  const { service: resourceType, action: resource } = integration;
  run.emit(
    thread,
    taskEvent(state, 'Started'),
    integration.form === 'lambda' ? undefined : { resourceType, resource },
  );
  requestTask(run, thread, state, work);
}

/** Has the task's call carried out; parameters that make no call fail the task. */
export function requestTask(run: Run, thread: Thread, state: TaskState, work: Task): void {
  const call = state.integration.call(work.parameters ?? null, work.nonce);
  run.environment.request({ taskId: work.id, state: thread.state, roleArn: run.execution.roleArn, call });
}

function settle(run: Run, thread: Thread, state: TaskState): Soon<void> {
  const { outcome } = thread;
  if (!outcome) throw new Error(`Task '${state.name}' has no outcome`);
  if (outcome.kind === 'returned' && state.integration.pattern !== 'request')
    return submitted(run, thread, state, outcome.result);
  thread.outcome = undefined;
  return finish(run, thread, state, outcome);
}

/** The call has come back; the work it started goes on. */
function submitted(run: Run, thread: Thread, state: TaskState, result: Json): void {
  const work = ongoing(thread);
  const { service: resourceType, action: resource, pattern } = state.integration;
  run.emit(thread, 'TaskSubmitted', { resourceType, resource, output: result });
  work.stage = 'submitted';
  work.parameters = undefined;
  thread.outcome = undefined;
  if (pattern !== 'token' && isJsonObject(result) && typeof result['ExecutionArn'] === 'string') {
    work.child = result['ExecutionArn'];
  }
  thread.phase = 'wait';
}

function finish(run: Run, thread: Thread, state: TaskState, outcome: Outcome): Soon<void> {
  const { service: resourceType, action: resource, form } = state.integration;
  const named = form === 'lambda' ? {} : { resourceType, resource };
  const result = outcomeOf(run, thread, state, outcome);
  run.emit(thread, taskEvent(state, 'Succeeded'), { ...named, output: result });
  const shaped = shape(state, run.scope(thread, { result }), result, state.name);
  return onceKnown(shaped, (given) => leave(run, thread, state, given, state.next));
}

/** The result of the work; throws StatesError, with its event, when it failed. */
function outcomeOf(run: Run, thread: Thread, state: TaskState, outcome: Outcome): Json {
  const { service: resourceType, action: resource, form } = state.integration;
  const named = form === 'lambda' ? {} : { resourceType, resource };
  try {
    return resultOf(outcome, state);
  } catch (error) {
    if (error instanceof StatesError && error.kind !== 'terminal') {
      const timedOut = error.kind === 'timeout' || error.kind === 'heartbeat';
      run.emit(thread, taskEvent(state, timedOut ? 'TimedOut' : 'Failed'), {
        ...named,
        ...failedDetails(error),
      });
    }
    throw error;
  }
}

/** The result of the work; throws StatesError when it failed. */
function resultOf(outcome: Outcome, state: TaskState): Json {
  const { integration } = state;
  switch (outcome.kind) {
    case 'timeout':
    case 'heartbeat':
      throw new StatesError('States.Timeout', undefined, { kind: outcome.kind });
    case 'failed':
      throw new StatesError(outcome.error, outcome.cause, { kind: 'task' });
    case 'child': {
      if (!succeeded(outcome.description)) throw childFailure(outcome.description, integration.pattern);
      const result = childResult(outcome.description, integration.pattern);
      checkSize(result, undefined, integration.blame, 'task');
      return result;
    }
    case 'returned':
    case 'succeeded':
      checkSize(outcome.result, undefined, integration.blame, 'task');
      return outcome.result;
  }
}

function ongoing(thread: Thread): Task {
  if (!thread.task) throw new Error(`Thread ${thread.id} has no task`);
  return thread.task;
}
