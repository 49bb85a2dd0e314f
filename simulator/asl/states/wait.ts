import { leave, shape } from '../completing.ts';
import type { WaitState } from '../definition/types.ts';
import { EvaluationError } from '../errors.ts';
import type { Thread } from '../execution.ts';
import type { Scope } from '../expression.ts';
import type { Run } from '../run.ts';
import { evaluate, wrongType } from '../template.ts';
import { parseTimestamp } from '../timestamp.ts';

const MAX_SECONDS = 99_999_999;

/** Wait: until its seconds are over or its instant has come; not at all for one in the past. */
export async function wait(run: Run, thread: Thread, state: WaitState): Promise<void> {
  if (thread.phase === 'wake') return onward(run, thread, state);
  const until = await instant(state, run.scope(thread), run.now());
  if (until <= run.now()) return onward(run, thread, state);
  thread.wake = run.timer(until);
  thread.phase = 'wait';
  return undefined;
}

async function onward(run: Run, thread: Thread, state: WaitState): Promise<void> {
  leave(run, thread, state, await shape(state, run.scope(thread), thread.input, state.name), state.next);
}

async function instant(state: WaitState, scope: Scope, now: number): Promise<number> {
  if (state.timestamp) {
    const value = await evaluate(state.timestamp, scope);
    if (typeof value !== 'string') throw wrongType(state.timestamp, 'Timestamp', 'string', value);
    const at = parseTimestamp(value);
    if (at === undefined) {
      const said = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`;
      throw new EvaluationError(said, 'Timestamp');
    }
    return at;
  }
  const template = state.seconds ?? { kind: 'literal', value: 0 };
  const seconds = await evaluate(template, scope);
  if (typeof seconds !== 'number') throw wrongType(template, 'Seconds', 'number', seconds);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_SECONDS) {
    throw new EvaluationError(
      `The Seconds field must be an integer between 0 and ${MAX_SECONDS}, but was: ${seconds}`,
      'Seconds',
    );
  }
  return now + seconds * 1000;
}
