import type { Block, Machine, State } from './definition/types.ts';
import type { Execution, Phase, Thread, Timer } from './execution.ts';
import type { Scope } from './expression.ts';
import type { EventDetails, HistoryEvent } from './history.ts';
import type { Call } from './integrations/call.ts';
import type { JsonObject } from './json.ts';
import { MAX_EVENTS } from './limits.ts';
import type { Random } from './random.ts';
import { type MapItem, ThreadScope } from './thread-scope.ts';

/** What the engine needs from the world around it. */
export interface Environment {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: Random;
  /** Called with each event, in order of their ids. */
  readonly emit: (event: HistoryEvent) => void;
  /** Called when a task has to be carried out; the answer is given to `Engine.returned`. */
  readonly request: (request: TaskRequest) => void;
  /** Called when an execution that a task waited for is no longer wanted, so that it can be stopped. */
  readonly abandon: (childArn: string) => void;
}

export interface TaskRequest {
  readonly taskId: number;
  readonly state: string;
  readonly roleArn: string;
  readonly call: Call;
}

/** The history has room for one more event only, which is the failure of the execution. */
export class HistoryFull extends Error {
  override readonly name = 'HistoryFull';
}

const CLOSING = new Set(['ExecutionSucceeded', 'ExecutionFailed', 'ExecutionTimedOut', 'ExecutionAborted']);

/** An execution being worked on: the primitives that the states are made of. */
export class Run {
  readonly machine: Machine;
  readonly execution: Execution;
  readonly environment: Environment;
  readonly #blocks = new Map<number, Block>();

  constructor(machine: Machine, execution: Execution, environment: Environment) {
    this.machine = machine;
    this.execution = execution;
    this.environment = environment;
  }

  now(): number {
    return this.environment.now();
  }

  nextId(): number {
    return ++this.execution.counter;
  }

  timer(at: number): Timer {
    return { key: String(this.nextId()), at };
  }

  thread(id: number): Thread | undefined {
    return this.execution.threads[id];
  }

  /** All threads there are, oldest first. */
  threads(): Thread[] {
    return Object.values(this.execution.threads);
  }

  parentOf(thread: Thread): Thread | undefined {
    return thread.parent === undefined ? undefined : this.thread(thread.parent);
  }

  childrenOf(thread: Thread): Thread[] {
    return this.threads().filter(({ parent }) => parent === thread.id);
  }

  addThread(thread: Thread): void {
    this.execution.threads[thread.id] = thread;
    this.execution.ready.push(thread.id);
  }

  removeThread(thread: Thread): void {
    delete this.execution.threads[thread.id];
    this.#blocks.delete(thread.id);
  }

  /** Puts a thread at the end of the queue with something to do. */
  makeReady(thread: Thread, phase: Phase): void {
    thread.phase = phase;
    this.execution.ready.push(thread.id);
  }

  blockOf(thread: Thread): Block {
    const known = this.#blocks.get(thread.id);
    if (known) return known;
    const block = this.#findBlock(thread);
    this.#blocks.set(thread.id, block);
    return block;
  }

  #findBlock(thread: Thread): Block {
    const parent = this.parentOf(thread);
    if (!parent) return this.machine;
    const state = this.stateOf(parent);
    if (state.type === 'Map') return state.processor;
    const branch = state.type === 'Parallel' ? state.branches[thread.index ?? 0] : undefined;
    if (!branch) throw new Error(`Thread ${thread.id} belongs to no branch of state '${state.name}'`);
    return branch;
  }

  stateOf(thread: Thread): State {
    const state = this.blockOf(thread).states.get(thread.state);
    if (!state) throw new Error(`The definition has no state '${thread.state}'`);
    return state;
  }

  /** Adds an event to the history. `advance: false` leaves the thread's next event after the one before. */
  emit(
    thread: Thread | undefined,
    type: string,
    details?: EventDetails,
    options: { advance?: boolean; previousId?: number } = {},
  ): number {
    const { execution } = this;
    if (execution.lastEventId >= MAX_EVENTS - 1 && !CLOSING.has(type)) throw new HistoryFull();
    const id = ++execution.lastEventId;
    this.environment.emit({
      id,
      previousEventId: options.previousId ?? thread?.previousId ?? 0,
      timestamp: this.now(),
      type,
      ...(details ? { details } : {}),
    });
    if (thread && options.advance !== false) thread.previousId = id;
    return id;
  }

  /** What an expression in the thread's state can see; `result` and `errorOutput` where the state has them. */
  scope(thread: Thread, extra: JsonObject = {}, item?: MapItem): Scope {
    return new ThreadScope(this, thread, extra, item);
  }
}
