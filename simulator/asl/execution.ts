import type { Json, JsonObject } from './json.ts';

type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * Everything an execution needs to go on, as plain JSON: it can be saved after every step and resumed elsewhere.
 * The history is not in it: events are handed out as they happen. Instants are epoch milliseconds.
 */
export interface Execution {
  readonly arn: string;
  readonly name: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string;
  readonly input: Json;
  readonly startedAt: number;
  status: ExecutionStatus;
  /** When the whole execution times out. */
  deadline: Timer;
  /** Number of the last event. */
  lastEventId: number;
  /** Number of the last thread, task and timer made. */
  counter: number;
  redriveCount: number;
  redrivenAt?: number;
  /** Threads with a step to take, in order. */
  ready: number[];
  /** The first is the machine's own; each branch of a Parallel and iteration of a Map has one. */
  threads: Record<string, Thread>;
  stoppedAt?: number;
  output?: Json;
  error?: string;
  cause?: string;
}

/** One line of states being worked through. What is over is set to undefined, not deleted, which would slow down all access to it. */
export interface Thread {
  readonly id: number;
  /** The thread whose Parallel or Map state this one belongs to, and which branch or iteration it is. */
  readonly parent?: number | undefined;
  readonly index?: number | undefined;
  state: string;
  phase: Phase;
  input: Json;
  variables: Record<string, Json>;
  enteredAt: number;
  enteredId: number;
  /** The event before the state was entered. */
  beforeId: number;
  /** The event the next one of this thread follows. */
  previousId: number;
  /** Retries made of this state, in all and by retrier. */
  retryCount: number;
  retries?: number[] | undefined;
  /** End of a wait, or of the pause before a retry. */
  wake?: Timer | undefined;
  task?: Task | undefined;
  children?: Children | undefined;
  /** What ends the wait for a task, noted until the thread's next step. */
  outcome?: Outcome | undefined;
}

/**
 * What the next step of a thread does. `enter`: into the state; `run`: the state's own work; `start`: a scheduled
 * task; `spawn`: the next iterations; `wait`: nothing until a timer, an answer or the children are done; `wake`: after a timer; `settle`: take the
 * outcome of a task; `finish`: all children are done; `failed`: the thread failed and waits for a redrive.
 */
export type Phase =
  | 'enter'
  | 'run'
  | 'start'
  | 'spawn'
  | 'wait'
  | 'wake'
  | 'retry'
  | 'settle'
  | 'finish'
  | 'failed';

export interface Timer {
  readonly key: string;
  readonly at: number;
}

/** A task under way. The parameters are kept only until the call has returned. */
export interface Task {
  /** Unique in the execution; part of the task token. */
  readonly id: number;
  readonly nonce: string;
  parameters?: Json | undefined;
  timeoutSeconds?: number;
  heartbeatSeconds?: number;
  timeout?: Timer | undefined;
  heartbeat?: Timer | undefined;
  /** `scheduled`: not yet called; `called`: the call is under way; `submitted`: waiting for the end of the work. */
  stage: 'scheduled' | 'called' | 'submitted';
  /** The execution this task started and waits for. */
  child?: string | undefined;
}

/** Branches or iterations of a Parallel or Map state. */
interface Children {
  /** Items of a Map, in order; the input of each iteration. */
  items?: readonly Json[];
  /** Iterations at one time. */
  concurrency: number;
  count: number;
  next: number;
  running: number;
  failures: number;
  /** By index; absent while it runs. */
  results: Record<string, Json>;
  done: number;
  tolerated?: number;
}

/** How a task, or the call that submits it, came back. */
export type Outcome =
  | { readonly kind: 'returned' | 'succeeded'; readonly result: Json }
  | { readonly kind: 'failed'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'child'; readonly description: JsonObject }
  | { readonly kind: 'timeout' | 'heartbeat' };
