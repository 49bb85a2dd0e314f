import { withDefined } from './defined.ts';
import { StatesError } from './errors.ts';
import type { Outcome, Task, Thread } from './execution.ts';
import type { CallReply } from './integrations/call.ts';
import type { Json } from './json.ts';
import type { Run } from './run.ts';

/** How a task token is answered. */
export type Answer =
  | { readonly kind: 'success'; readonly output: Json }
  | { readonly kind: 'failure'; readonly error?: string; readonly cause?: string }
  | { readonly kind: 'heartbeat' };

/** Notes how the work of a waiting task ended; the thread takes it up in its next step. */
export function noteOutcome(run: Run, thread: Thread, outcome: Outcome): void {
  thread.outcome = outcome;
  if (thread.task) thread.task.timeout = undefined;
  if (thread.task) thread.task.heartbeat = undefined;
  run.makeReady(thread, 'settle');
}

/** The thread that waits for this task. */
function waitingFor(run: Run, taskId: number): Thread | undefined {
  if (run.execution.status !== 'RUNNING') return undefined;
  return run.threads().find(({ task, phase }) => task?.id === taskId && phase === 'wait');
}

/** The call of a task came back: for a plain request the end of the work, else only of its beginning. */
export function takeReply(run: Run, taskId: number, reply: CallReply): void {
  const thread = waitingFor(run, taskId);
  const state = thread && run.stateOf(thread);
  if (state?.type !== 'Task' || thread?.task?.stage !== 'called') return;
  const result = state.integration.reply(reply);
  if (result instanceof StatesError) noteOutcome(run, thread, failed(result.error, result.detail));
  else if (state.integration.pattern === 'request') noteOutcome(run, thread, { kind: 'succeeded', result });
  else {
    thread.outcome = { kind: 'returned', result };
    run.makeReady(thread, 'settle');
  }
}

/** Somebody answers a task token; false when the task is over or the token is none of it. */
export function takeAnswer(run: Run, taskId: number, nonce: string, answer: Answer): boolean {
  const thread = waitingFor(run, taskId);
  const state = thread && run.stateOf(thread);
  if (state?.type !== 'Task' || !thread?.task || thread.task.nonce !== nonce) return false;
  if (state.integration.pattern !== 'token') return false;
  if (answer.kind === 'heartbeat') beat(run, thread.task);
  else if (answer.kind === 'success') noteOutcome(run, thread, { kind: 'succeeded', result: answer.output });
  else noteOutcome(run, thread, failed(answer.error, answer.cause));
  return true;
}

function beat(run: Run, task: Task): void {
  if (task.heartbeat === undefined || task.heartbeatSeconds === undefined) return;
  task.heartbeat = run.timer(run.now() + task.heartbeatSeconds * 1000);
}

function failed(error: string | undefined, cause: string | undefined): Outcome {
  return { kind: 'failed', ...withDefined('error', error), ...withDefined('cause', cause) };
}
