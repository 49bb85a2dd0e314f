import type { Integration } from '../integrations/integration.ts';
import type { Template } from '../template.ts';

/** A parsed state machine definition. */
export interface Machine extends Block {
  readonly comment?: string;
  readonly timeoutSeconds?: number;
}

/** States with a beginning: the machine's own, a branch's or an item processor's. */
export interface Block {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

export type State =
  | PassState
  | TaskState
  | ChoiceState
  | WaitState
  | ParallelState
  | MapState
  | SucceedState
  | FailState;

export type StateType = State['type'];

interface Named {
  readonly name: string;
}

/** `next` is absent where the state ends its block. */
interface Onward {
  readonly next?: string;
}

interface Shaped {
  readonly assign?: Template;
  readonly output?: Template;
}

interface Guarded {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

export interface PassState extends Named, Onward, Shaped {
  readonly type: 'Pass';
}

export interface TaskState extends Named, Onward, Shaped, Guarded {
  readonly type: 'Task';
  readonly resource: string;
  readonly integration: Integration;
  readonly arguments?: Template;
  readonly timeoutSeconds?: Template;
  readonly heartbeatSeconds?: Template;
}

export interface ChoiceState extends Named, Shaped {
  readonly type: 'Choice';
  readonly choices: readonly Choice[];
  readonly default?: string;
}

export interface Choice extends Shaped {
  readonly condition: Template;
  readonly conditionField: string;
  readonly next: string;
}

export interface WaitState extends Named, Onward, Shaped {
  readonly type: 'Wait';
  readonly seconds?: Template;
  readonly timestamp?: Template;
}

export interface ParallelState extends Named, Onward, Shaped, Guarded {
  readonly type: 'Parallel';
  readonly arguments?: Template;
  readonly branches: readonly Block[];
}

export interface MapState extends Named, Onward, Shaped, Guarded {
  readonly type: 'Map';
  readonly items?: Template;
  readonly itemSelector?: Template;
  readonly maxConcurrency?: Template;
  readonly toleratedFailurePercentage?: Template;
  readonly toleratedFailureCount?: Template;
  readonly processor: Block;
}

export interface SucceedState extends Named {
  readonly type: 'Succeed';
  readonly output?: Template;
}

export interface FailState extends Named {
  readonly type: 'Fail';
  readonly error?: Template;
  readonly cause?: Template;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds?: number;
  readonly jitter: boolean;
}

export interface Catcher extends Shaped {
  readonly errorEquals: readonly string[];
  readonly next: string;
}
