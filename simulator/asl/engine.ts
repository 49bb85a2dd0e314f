import { abortChildren } from './aborting.ts';
import type { Soon } from './at-hand.ts';
import { type Answer, noteOutcome, takeAnswer, takeReply } from './answering.ts';
import type { Machine, State } from './definition/types.ts';
import { deadline, failForHistory, stopExecution, timeOutExecution } from './ending.ts';
import type { Execution, Thread, Timer } from './execution.ts';
import { fail, stateError } from './failing.ts';
import type { CallReply } from './integrations/call.ts';
import type { Json, JsonObject } from './json.ts';
import { redriveExecution } from './redriving.ts';
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
    return this.runnable || this.#run.threads().some(({ task: work }) => work?.stage === 'called');
  }

  /** Takes steps until nothing is left to do without a timer or news. */
  run(): Soon<void> {
    while (this.runnable) {
      const going = this.#step();
      if (going) return going.then(() => this.run());
    }
  }

  /** Takes one step of the thread whose turn it is: mostly one event. */
  async step(): Promise<void> {
    await this.#step();
  }

  /** Most steps need no interpreter and are done at once. */
  #step(): Soon<void> {
    const id = this.execution.ready.shift();
    const thread = id === undefined ? undefined : this.#run.thread(id);
    if (!thread || thread.phase === 'wait' || thread.phase === 'failed') return undefined;
    try {
      const going = this.#work(thread);
      return going && going.catch((error: unknown) => this.#full(error));
    } catch (error) {
      return this.#full(error);
    }
  }

  /** There was no room for another event. */
  #full(error: unknown): void {
    if (!(error instanceof HistoryFull)) throw error;
    failForHistory(this.#run);
  }

  #work(thread: Thread): Soon<void> {
    const state = this.#run.stateOf(thread);
    if (thread.phase === 'enter') return this.#enter(thread, state);
    try {
      const going = this.#perform(thread, state);
      return going && going.catch((failure: unknown) => this.#failed(thread, failure));
    } catch (failure) {
      return this.#failed(thread, failure);
    }
  }

  async #failed(thread: Thread, failure: unknown): Promise<void> {
    const error = stateError(this.#run, thread, failure);
    if (!error) throw failure;
    abortChildren(this.#run, thread, thread);
    await fail(this.#run, thread, error);
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

  #perform(thread: Thread, state: State): Soon<void> {
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

  /** Everything that will happen by itself, by instant and then in the order it was planned. */
  timers(): Timer[] {
    if (this.execution.status !== 'RUNNING') return [];
    const timers = [this.execution.deadline];
    for (const { wake, task: work } of this.#run.threads()) {
      for (const timer of [wake, work?.timeout, work?.heartbeat]) if (timer) timers.push(timer);
    }
    return timers.toSorted((a, b) => a.at - b.at || Number(a.key) - Number(b.key));
  }

  /** What happens next by itself: the first of `timers`. */
  nextTimer(): Timer | undefined {
    const { status, deadline: last, threads } = this.execution;
    if (status !== 'RUNNING') return undefined;
    let first = last;
    const earlier = (timer: Timer | undefined): void => {
      if (!timer || timer.at > first.at) return;
      if (timer.at < first.at || Number(timer.key) < Number(first.key)) first = timer;
    };
    for (const id in threads) {
      const { wake, task: work } = threads[id] ?? {};
      earlier(wake);
      earlier(work?.timeout);
      earlier(work?.heartbeat);
    }
    return first;
  }

  /** The instant of a timer has come. A timer that is not wanted any more does nothing. */
  fire(key: string): void {
    if (this.execution.status !== 'RUNNING') return;
    if (key === this.execution.deadline.key) timeOutExecution(this.#run);
    for (const thread of this.#run.threads()) {
      if (thread.phase !== 'wait') continue;
      if (thread.wake?.key === key) this.#wake(thread);
      else if (thread.task?.timeout?.key === key) noteOutcome(this.#run, thread, { kind: 'timeout' });
      else if (thread.task?.heartbeat?.key === key) noteOutcome(this.#run, thread, { kind: 'heartbeat' });
    }
  }

  /** A Wait is over, or the pause before a retry. */
  #wake(thread: Thread): void {
    thread.wake = undefined;
    const waited = this.#run.stateOf(thread).type === 'Wait';
    if (!waited) thread.retryCount++;
    this.#run.makeReady(thread, waited ? 'wake' : 'run');
  }

  /** Asks again for every task whose call had not come back when the execution was saved. */
  repeatRequests(): void {
    for (const thread of this.#run.threads()) {
      const state = this.#run.stateOf(thread);
      if (thread.task?.stage === 'called' && thread.phase === 'wait' && state.type === 'Task') {
        requestTask(this.#run, thread, state, thread.task);
      }
    }
  }

  /** The call of a task has come back; ignored when the task is over. */
  returned(taskId: number, reply: CallReply): void {
    takeReply(this.#run, taskId, reply);
  }

  /** The execution a task waits for has ended. `description`: as the integration gives it, JSON as text. */
  childEnded(childArn: string, description: JsonObject): void {
    const waiting = this.#run
      .threads()
      .find(({ task: work, phase }) => work?.child === childArn && phase === 'wait');
    if (!waiting) return;
    if (waiting.task) waiting.task.child = undefined;
    noteOutcome(this.#run, waiting, { kind: 'child', description });
  }

  /** Somebody answers a task token (`readToken` gives its parts). False when the task is over. */
  answer(taskId: number, nonce: string, answer: Answer): boolean {
    return takeAnswer(this.#run, taskId, nonce, answer);
  }

  /** Ends the execution from outside; nothing when it has ended. */
  stop(error?: string, cause?: string): void {
    if (this.execution.status === 'RUNNING') stopExecution(this.#run, error, cause);
  }

  /** Goes on from the states that did not end well, with their inputs. */
  redrive(): void {
    redriveExecution(this.#run);
  }
}
