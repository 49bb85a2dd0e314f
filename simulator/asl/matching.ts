import type { Catcher, Retrier } from './definition/types.ts';
import type { Thread } from './execution.ts';
import { type StatesError, isFatal } from './errors.ts';
import type { Random } from './random.ts';

/**
 * Whether a Retry or Catch entry names the error. Nothing takes errors of the interpreter itself; `States.ALL` takes
 * everything but those and results over the limit;
 * `States.TaskFailed` every error of a task but a time-out.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
function matches(names: readonly string[], error: StatesError): boolean {
  if (isFatal(error)) return false;
  return names.some((name) => {
    if (name === error.error) return true;
    if (name === 'States.ALL') return error.kind !== 'terminal';
    if (name === 'States.TaskFailed') return error.kind === 'task';
    return name === 'States.HeartbeatTimeout' && error.kind === 'heartbeat';
  });
}

/** The first entry that names the error; only the first can apply, even when its attempts are used up. */
export function findRetrier(
  retriers: readonly Retrier[],
  thread: Thread,
  error: StatesError,
): { retrier: Retrier; index: number; attempt: number } | undefined {
  const index = retriers.findIndex((entry) => matches(entry.errorEquals, error));
  const retrier = retriers[index];
  const attempt = thread.retries?.[index] ?? 0;
  return retrier && attempt < retrier.maxAttempts ? { retrier, index, attempt } : undefined;
}

/** The first entry that names the error. */
export function findCatcher(catchers: readonly Catcher[], error: StatesError): Catcher | undefined {
  return catchers.find((entry) => matches(entry.errorEquals, error));
}

/** Milliseconds before the next attempt; `attempt` counts from 0. Full jitter takes a random part of the pause. */
export function retryDelay(retrier: Retrier, attempt: number, random: Random): number {
  const grown = retrier.intervalSeconds * retrier.backoffRate ** attempt;
  const seconds = Math.min(grown, retrier.maxDelaySeconds ?? Number.MAX_SAFE_INTEGER / 1000);
  return Math.round(seconds * 1000 * (retrier.jitter ? random() : 1));
}
