import { leave, shape } from '../completing.ts';
import type { Choice, ChoiceState } from '../definition/types.ts';
import { StatesError, inState } from '../errors.ts';
import type { Thread } from '../execution.ts';
import type { Scope } from '../expression.ts';
import type { Run } from '../run.ts';
import { evaluate, wrongType } from '../template.ts';

/** Choice: the first rule whose Condition is true, else Default. */
export async function choice(run: Run, thread: Thread, state: ChoiceState): Promise<void> {
  const scope = run.scope(thread);
  for (const rule of state.choices) {
    if (!(await holds(rule, scope))) continue;
    leave(run, thread, state, await shape(rule, scope, thread.input, state.name), rule.next);
    return;
  }
  if (state.default === undefined) throw noTransition(thread);
  leave(run, thread, state, await shape(state, scope, thread.input, state.name), state.default);
}

async function holds(rule: Choice, scope: Scope): Promise<boolean> {
  const value = await evaluate(rule.condition, scope);
  if (typeof value === 'boolean') return value;
  throw wrongType(rule.condition, rule.conditionField, 'boolean', value);
}

/** The specification calls it States.NoChoiceMatched; the service says States.Runtime. */
function noTransition(thread: Thread): StatesError {
  const cause = 'Failed to transition out of the state. The state does not point to a next state.';
  return new StatesError('States.Runtime', inState(thread.state, thread.enteredId, cause), {
    kind: 'terminal',
  });
}
