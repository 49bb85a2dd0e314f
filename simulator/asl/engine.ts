import { close } from './completing.ts';
import type { Machine, State } from './definition/types.ts';
import { StatesError } from './errors.ts';
import { withDefined } from './definition/parts.ts';
import type { Execution, Outcome, Task, Thread, Timer } from './execution.ts';
import { abandonAll, fail, stateError } from './failing.ts';
import type { CallReply } from './integrations/call.ts';
import type { Json, JsonObject } from './json.ts';
import { MAX_EVENTS, MAX_EXECUTION_SECONDS } from './limits.ts';
import { restart } from './redriving.ts';
import { type Environment, HistoryFull, Run } from './run.ts';
import { choice } from './states/choice.ts';
import { failState } from './states/fail.ts';
import { map } from './states/map.ts';
import { parallel } from './states/parallel.ts';
import { pass } from './states/pass.ts';
import { succeed } from './states/succeed.ts';
import { requestTask, task } from './states/task.ts';
import { wait } from './states/wait.ts';

/** What a new execution is. */
export interface Start {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  readonly input: Json;
  /** The version and the alias it was started by: they stand in the first event. */
  readonly versionArn?: string;
  readonly aliasArn?: string;
}

/** How a task token is answered. */
export type Answer =
  | { readonly kind: 'success'; readonly output: Json }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'heartbeat' };

/**
 * Runs one execution. Everything that happens to it is a call: `step` works, `fire` is a timer, `returned` and
 * `answer` are news of a task. No call may be made while `step` or `run` is under way. After each step the execution
 * (`engine.execution`) can be saved as JSON, and resumed by a new Engine on the same definition.
 */
export class Engine {
  readonly execution: Execution;
  readonly #run: Run;

  constructor(machine: Machine, execution: Execution, environment: Environment) {
    this.execution = execution;
    this.#run = new Run(machine, execution, environment);
  }

  /** Starts an execution: its first event is emitted, nothing is run yet. */
  static start(machine: Machine, start: Start, environment: Environment): Engine {
    const now = environment.now();
    const { versionArn, aliasArn, ...identity } = start;
    const execution: Execution = {
      ...identity,
      startedAt: now,
      status: 'RUNNING',
      deadline: { key: '0', at: deadline(machine, now) },
      lastEventId: 0,
      counter: 0,
      redriveCount: 0,
      ready: [],
      threads: {},
    };
    const engine = new Engine(machine, execution, environment);
    engine.#run.emit(undefined, 'ExecutionStarted', {
      input: start.input,
      roleArn: start.roleArn,
      stateMachineAliasArn: aliasArn,
      stateMachineVersionArn: versionArn,
    });
    engine.#run.addThread({
      id: engine.#run.nextId(),
      state: machine.startAt,
      phase: 'enter',
      input: start.input,
      variables: {},
      enteredAt: now,
      enteredId: 0,
      beforeId: 0,
      previousId: 0,
      retryCount: 0,
    });
    return engine;
  }

  /** Whether `step` has anything to do. */
  get runnable(): boolean {
    return this.execution.ready.length > 0;
  }

  /** Whether something has to be done again if the process ends now: a step, or a call that has not come back. */
  get busy(): boolean {
    if (this.execution.status !== 'RUNNING') return false;
    return this.runnable || this.#threads().some(({ task: work }) => work?.stage === 'called');
  }

  /** Takes steps until nothing is left to do without a timer or news. */
  async run(): Promise<void> {
    while (this.runnable) await this.step();
  }

  /** Takes one step of the thread whose turn it is: mostly one event. */
  async step(): Promise<void> {
    const id = this.execution.ready.shift();
    const thread = id === undefined ? undefined : this.#run.thread(id);
    if (!thread || thread.phase === 'wait' || thread.phase === 'failed') return;
    try {
      await this.#work(thread);
    } catch (error) {
      if (!(error instanceof HistoryFull)) throw error;
      this.#historyFull();
    }
  }

  async #work(thread: Thread): Promise<void> {
    const state = this.#run.stateOf(thread);
    if (thread.phase === 'enter') {
      this.#enter(thread, state);
      return;
    }
    try {
      await this.#perform(thread, state);
    } catch (failure) {
      const error = stateError(this.#run, thread, failure);
      if (!error) throw failure;
      await fail(this.#run, thread, error);
    }
  }

  #enter(thread: Thread, state: State): void {
    thread.beforeId = thread.previousId;
    thread.enteredAt = this.#run.now();
    thread.enteredId = this.#run.emit(thread, `${state.type}StateEntered`, {
      name: state.name,
      input: thread.input,
    });
    this.#run.makeReady(thread, 'run');
  }

  async #perform(thread: Thread, state: State): Promise<void> {
    switch (state.type) {
      case 'Pass':
        return pass(this.#run, thread, state);
      case 'Task':
        return task(this.#run, thread, state);
      case 'Choice':
        return choice(this.#run, thread, state);
      case 'Wait':
        return wait(this.#run, thread, state);
      case 'Parallel':
        return parallel(this.#run, thread, state);
      case 'Map':
        return map(this.#run, thread, state);
      case 'Succeed':
        return succeed(this.#run, thread, state);
      case 'Fail':
        return failState(this.#run, thread, state);
    }
  }

  #historyFull(): void {
    const { execution } = this;
    const error = 'States.Runtime';
    const cause = `The execution reached the maximum number of history events (${MAX_EVENTS}).`;
    this.#run.emit(undefined, 'ExecutionFailed', { error, cause }, { previousId: execution.lastEventId });
    close(this.#run, 'FAILED');
    Object.assign(execution, { error, cause });
    abandonAll(this.#run);
  }

  /** Everything that will happen by itself, by instant and then in the order it was planned. */
  timers(): Timer[] {
    if (this.execution.status !== 'RUNNING') return [];
    const timers = [this.execution.deadline];
    for (const { wake, task: work } of Object.values(this.execution.threads)) {
      for (const timer of [wake, work?.timeout, work?.heartbeat]) if (timer) timers.push(timer);
    }
    return timers.toSorted((a, b) => a.at - b.at || Number(a.key) - Number(b.key));
  }

  /** The instant of a timer has come. A timer that is not wanted any more does nothing. */
  fire(key: string): void {
    if (this.execution.status !== 'RUNNING') return;
    if (key === this.execution.deadline.key) this.#timeOut();
    for (const thread of Object.values(this.execution.threads)) {
      if (thread.wake?.key === key) this.#wake(thread);
      else if (thread.task?.timeout?.key === key) this.#outcome(thread, { kind: 'timeout' });
      else if (thread.task?.heartbeat?.key === key) this.#outcome(thread, { kind: 'heartbeat' });
    }
  }

  /** Asks again for every task whose call had not come back when the execution was saved. */
  repeatRequests(): void {
    for (const thread of this.#threads()) {
      const state = this.#run.stateOf(thread);
      if (thread.task?.stage === 'called' && thread.phase === 'wait' && state.type === 'Task') {
        requestTask(this.#run, thread, state, thread.task);
      }
    }
  }

  /** The call of a task has come back; ignored when the task is over. */
  returned(taskId: number, reply: CallReply): void {
    const thread = this.#waiting(taskId);
    const state = thread && this.#run.stateOf(thread);
    if (!thread || state?.type !== 'Task' || thread.task?.stage !== 'called') return;
    const result = state.integration.reply(reply);
    if (result instanceof StatesError) {
      this.#outcome(thread, {
        kind: 'failed',
        ...withDefined('error', result.error),
        ...withDefined('cause', result.detail),
      });
    } else if (state.integration.pattern === 'request') this.#outcome(thread, { kind: 'succeeded', result });
    else {
      thread.outcome = { kind: 'returned', result };
      this.#run.makeReady(thread, 'settle');
    }
  }

  /** The execution a task waits for has ended. `description`: as the integration gives it, JSON as text. */
  childEnded(childArn: string, description: JsonObject): void {
    const thread = this.#threads().find(
      ({ task: work, phase }) => work?.child === childArn && phase === 'wait',
    );
    if (!thread) return;
    delete thread.task?.child;
    this.#outcome(thread, { kind: 'child', description });
  }

  /** Somebody answers a task token. False when the task is over. */
  answer(taskId: number, nonce: string, answer: Answer): boolean {
    const thread = this.#waiting(taskId);
    const state = thread && this.#run.stateOf(thread);
    if (!thread?.task || state?.type !== 'Task' || thread.task.nonce !== nonce) return false;
    if (state.integration.pattern !== 'token') return false;
    if (answer.kind === 'heartbeat') this.#beat(thread.task);
    else if (answer.kind === 'success') this.#outcome(thread, { kind: 'succeeded', result: answer.output });
    else {
      this.#outcome(thread, {
        kind: 'failed',
        ...withDefined('error', answer.error),
        ...withDefined('cause', answer.cause),
      });
    }
    return true;
  }

  #beat(work: Task): void {
    if (work.heartbeat === undefined || work.heartbeatSeconds === undefined) return;
    work.heartbeat = this.#run.timer(this.#run.now() + work.heartbeatSeconds * 1000);
  }

  /** Ends the execution from outside. */
  stop(error?: string, cause?: string): void {
    if (this.execution.status !== 'RUNNING') return;
    const said = { ...withDefined('error', error), ...withDefined('cause', cause) };
    this.#run.emit(undefined, 'ExecutionAborted', said);
    close(this.#run, 'ABORTED');
    Object.assign(this.execution, said);
    abandonAll(this.#run);
  }

  /** Goes on from the states that did not end well, with their inputs. The time-out begins anew. */
  redrive(): void {
    const { execution } = this;
    const now = this.#run.now();
    execution.redriveCount++;
    execution.redrivenAt = now;
    execution.status = 'RUNNING';
    execution.deadline = this.#run.timer(deadline(this.#run.machine, now));
    delete execution.stoppedAt;
    delete execution.error;
    delete execution.cause;
    this.#run.emit(undefined, 'ExecutionRedriven', { redriveCount: execution.redriveCount });
    for (const thread of this.#threads()) restart(this.#run, thread);
  }

  #threads(): Thread[] {
    return Object.values(this.execution.threads);
  }

  #waiting(taskId: number): Thread | undefined {
    if (this.execution.status !== 'RUNNING') return undefined;
    return this.#threads().find(({ task: work, phase }) => work?.id === taskId && phase === 'wait');
  }

  #timeOut(): void {
    this.#run.emit(undefined, 'ExecutionTimedOut', { error: 'States.Timeout' });
    close(this.#run, 'TIMED_OUT');
    abandonAll(this.#run);
  }

  #wake(thread: Thread): void {
    delete thread.wake;
    const waited = this.#run.stateOf(thread).type === 'Wait';
    if (!waited) thread.retryCount++;
    this.#run.makeReady(thread, waited ? 'wake' : 'run');
  }

  #outcome(thread: Thread, outcome: Outcome): void {
    thread.outcome = outcome;
    delete thread.task?.timeout;
    delete thread.task?.heartbeat;
    this.#run.makeReady(thread, 'settle');
  }
}

function deadline(machine: Machine, now: number): number {
  return now + Math.min(machine.timeoutSeconds ?? MAX_EXECUTION_SECONDS, MAX_EXECUTION_SECONDS) * 1000;
}
